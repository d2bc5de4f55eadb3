"""`python -m tests.supply`: each package that comes along, its version and licence; 1 where one may not come."""

from __future__ import annotations

from tests.supply.licences import installed


def main() -> int:
    """Print the table."""
    found = installed("test")
    for each in found:
        print(f"{'' if each.permitted else 'NOT PERMITTED: '}{each.name} {each.version}: {', '.join(each.offers)}")
    lost = sum(not each.permitted for each in found)
    print(f"{len(found)} packages, {lost} of them not permitted")
    return min(1, lost)


if __name__ == "__main__":
    raise SystemExit(main())
