"""`python -m tests.covered`: what share of statements and branches the tests ran; 1 where branches are below 95 %.

Reads what `coverage combine` left; `make coverage` runs it all. Branches alone count, as statements flatter.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

LEAST = 95.0
_FILE = Path("build/coverage/report.json")


def main() -> int:
    """Print both shares, and the files with most branches that were not taken."""
    subprocess.run([sys.executable, "-m", "coverage", "json", "--quiet", "-o", str(_FILE)], check=True)
    found = json.loads(_FILE.read_text("utf-8"))
    for name, each in sorted(found["files"].items(), key=lambda item: -item[1]["summary"]["missing_branches"])[:10]:
        print(f"{each['summary']['missing_branches']:>5} branches not taken in {name}: lines {each['missing_lines']}")
    total = found["totals"]
    statements = 100 * total["covered_lines"] / total["num_statements"]
    branches = 100 * total["covered_branches"] / total["num_branches"]
    print(f"statements {statements:.1f} %, branches {branches:.1f} % of {total['num_branches']}")
    return int(branches < LEAST)


if __name__ == "__main__":
    raise SystemExit(main())
