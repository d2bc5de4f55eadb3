"""`factcheck claims`: what is read from articles, before anything is compared; or their text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.model import Extraction
from factcheck import console
from factcheck.commands.outputs import Outputs, readable, taken, watched
from factcheck.errors import UsageError
from factcheck.flags import CLAIM_FORMATS, Show
from factcheck.model import Article, Intake, Options, Skipped
from factcheck.place import passed_over
from factcheck.report import CLAIM_REPORTERS, Listing
from factcheck.settings import Settings


def claims(
    paths: Sequence[str],
    published: str | None,
    show: Show,
    options: Options,
    outputs: Outputs,
    settings: Settings,
    *,
    text: bool = False,
) -> int:
    """List what is read from the articles in `paths`, or print their `text`."""
    files = outputs.files(CLAIM_FORMATS)
    outputs.spare(files, paths, settings)
    if text and outputs.format != CLAIM_FORMATS[0]:
        raise UsageError(
            f"--text and --output-format {outputs.format}: a text has no format; leave one of the two out."
        )
    intake = taken(paths, published, settings, [path for path, _ in files], quiet=outputs.quiet)
    readable(intake, outputs.quiet)
    if text:
        _write(_texts(intake.articles), outputs, raw=True)
        return 0
    options = replace(options, limits=settings.limits)
    listing = watched(lambda seen: _listing(intake, show, seen), options, outputs.quiet)
    if not outputs.quiet:
        console.tell_skipped(listing.skipped[len(intake.skipped) :])
    render = next(each.render for each in CLAIM_REPORTERS if each.name == outputs.format)
    _write(render(listing, outputs.looks()), outputs)
    return 0


def _listing(intake: Intake, show: Show, options: Options) -> Listing:
    from factcheck.dates import by_own_lines
    from factcheck.extraction import extraction

    pages: list[tuple[Article, Extraction]] = []
    unread: list[Skipped] = []
    for done, each in enumerate(by_own_lines(intake.articles, options.lines), 1):
        found = extraction(each, options)
        pages.append((each, _chosen(found, show)))
        unread += passed_over(each, found.unread)
        options.progress("read", done, len(intake.articles))
    return Listing(tuple(pages), (*intake.skipped, *unread))


def _chosen(found: Extraction, show: Show) -> Extraction:
    match show:
        case Show.CLAIMS:
            return replace(found, readings=())
        case Show.READINGS:
            return replace(found, claims=())
        case Show.ALL:
            return found


def _texts(articles: Sequence[Article]) -> str:
    """The text of one article as it is; of several each under a line with its name, as `head` and `tail` do."""
    if len(articles) == 1:
        return articles[0].text
    return "\n\n".join(f"==> {article.id} <==\n{article.text}" for article in articles)


def _write(text: str, outputs: Outputs, *, raw: bool = False) -> None:
    if outputs.file is not None:
        console.save(outputs.file, text)
    elif raw:
        console.emit_text(text)
    else:
        console.emit(text)
