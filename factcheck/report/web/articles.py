"""The articles side by side, their claims marked by verdict, with letters beside the colours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claims.model import BlockRole, Span
from factcheck.model import Article, Mention
from factcheck.report.quote import shown
from factcheck.report.web.element import Html, element, section
from factcheck.report.web.found import WORDS, Found, Marks, anchor_of
from factcheck.report.wording import dated, relations


def articles(
    listed: Sequence[Article], numbers: Mapping[str, int], found: Sequence[Found], marks: Marks, texts: bool
) -> Html:
    """A column an article, story by story: with `texts` all of it, else the sentences in which claims are marked."""
    stories = list(dict.fromkeys(article.story for article in listed))
    parts: list[Html] = []
    for story in stories:
        own = [article for article in listed if article.story == story]
        columns = [
            _column(each, numbers[each.id], found, dict(sorted(marks.get(each.id, {}).items())), texts) for each in own
        ]
        parts += [element("p", {"class": "story"}, f"Story {story}")] if len(stories) > 1 and story else []
        parts.append(element("div", {"class": "columns"}, columns))
    hint = "" if texts else element("p", {"class": "hint"}, "Only sentences with compared claims are shown.")
    return section("articles", "Articles side by side", hint, parts)


def _column(
    article: Article, number: int, found: Sequence[Found], marked: Mapping[Span, list[Found]], texts: bool
) -> Html:
    """The column; `marked` holds the claims in the order of the text."""
    also = "".join(f", {remark}" for remark in relations(article))
    head = element(
        "header",
        None,
        element("h3", {"id": f"h-a{number}"}, article.source),
        element("p", {"class": "meta"}, f"{article.title or article.id} · {dated(article.published)}{also}"),
    )
    body = list(_blocks(article, number, marked) if texts else _sentences(article, number, found, marked))
    if not body:
        body = [element("p", {"class": "hint"}, "No claim of it is compared with another article.")]
    # a region that scrolls must be reached by keyboard
    attributes = {"class": "text", "tabindex": "0", "role": "region", "aria-labelledby": f"h-a{number}"}
    return element("article", {"class": "column", "id": f"a{number}"}, head, element("div", attributes, body))


def _blocks(article: Article, number: int, marked: Mapping[Span, list[Found]]) -> Iterator[Html]:
    for block in article.blocks:
        name = "strong" if block.role is BlockRole.HEADLINE else "span"
        yield element(
            "p", {"class": str(block.role)}, element(name, None, _marked(article, block.span, number, marked))
        )


def _sentences(
    article: Article, number: int, found: Sequence[Found], marked: Mapping[Span, list[Found]]
) -> Iterator[Html]:
    """The sentences that hold a marked claim, in order, overlapping ones joined."""
    spans = sorted(
        {
            _sentence(mention)
            for each in found
            for mention in each.finding.mentions
            if mention.article.id == article.id and mention.claim.span in marked
        }
    )
    joined: list[Span] = []
    for span in spans:
        if joined and span.start <= joined[-1].end:
            joined[-1] = joined[-1].join(span)
        else:
            joined.append(span)
    for span in joined:
        yield element("p", None, _marked(article, span, number, marked))


def _sentence(mention: Mention) -> Span:
    return mention.claim.sentence.join(mention.claim.span)


def _marked(article: Article, span: Span, number: int, marked: Mapping[Span, list[Found]]) -> Iterator[Html | str]:
    at = span.start
    for inside in marked:
        if inside.start < at or inside.end > span.end:
            continue
        yield shown(article, Span(at, inside.start))
        yield _mark(article, inside, number, marked[inside])
        at = inside.end
    yield shown(article, Span(at, span.end))


def _mark(article: Article, span: Span, number: int, found: list[Found]) -> Html:
    """The words, a link to the worst finding that they have part in, and the letters of all."""
    worst = found[0]
    labels = " ".join(each.label for each in found)
    said = ", ".join(f"{WORDS[each.finding.verdict]} {each.label}" for each in found)
    note = element("sup", {"aria-hidden": "true"}, labels)
    hidden = element("span", {"class": "unseen"}, f" ({said})")
    attributes: dict[str, object] = {
        "class": f"claim {worst.finding.verdict}",
        "id": anchor_of(number, span),
        "data-findings": " ".join(each.anchor for each in found),
    }
    link = element("a", {"href": f"#{worst.anchor}"}, shown(article, span), note, hidden)
    return element("mark", attributes, link)
