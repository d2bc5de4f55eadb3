"""What a parsed sentence says around one token: the event that governs it, its role there, who else takes part.

Roles are kept coarse on purpose, because sources put one event in many ways. `affected` is the subject of a verb
without object and the object (or passive subject) of one with object: the absolutive of the typologists (Dixon 1994),
so that "four people died", "killed four people" and "four were killed" give one role. `agent` is the subject of a verb
with object and the by-phrase. Everything else is named by its preposition.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from claims.model import Status
from claims.tree import Token, Tree
from claims.words.classes import attribute_classes, event_classes
from claims.words.cues import cues

_TRANSPARENT = cues("transparent")
_SAYING = cues("saying")
_DENYING = cues("denying")
_PLANNING = cues("planning")
_FORECASTING = cues("forecasting")
_POSSIBLE = cues("possible")
_FUTURE = cues("future")
_NEGATIVE = cues("negative")
_RAISING = cues("raising")
_SUPPOSING = frozenset({"if", "unless", "whether"})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON", "SYM"})
_SUMS = frozenset({"total", "sum", "maximum", "minimum", "combined"})
_APPOINTING = frozenset({"name", "appoint", "elect", "nominate", "make"})
_COPULAR = frozenset({"become", "remain", "stay"})
_WITHOUT_OBJECT = frozenset({"die", "perish", "arrive", "occur", "happen"})
_MAX_HOPS = 4


@dataclass(frozen=True, slots=True)
class Link:
    """How a token hangs on what is above it, coordination and apposition looked through."""

    head: Token | None
    """What it depends on; None at the root."""
    dep: str
    """The relation, subtype included."""
    case: str
    """Lemma of the preposition that marks it ("in"), or ""."""


@dataclass(frozen=True, slots=True)
class Governor:
    """The verb or event noun that governs a token, and as what."""

    token: Token
    """The verb or noun."""
    role: str
    """`affected`, `agent`, `is`, `of`, a preposition, `modifier` or `time`."""
    path: tuple[Token, ...]
    """Nouns passed on the way up, nearest first ("petition" between "signatures" and its verb)."""


def case_of(tree: Tree, i: int) -> str:
    """Lemma of the preposition of token `i` ("according to" and its like in full), or ""."""
    for mark in tree.children(i, "case"):
        rest = [part.lemma for part in tree.children(mark.i, "fixed")]
        if mark.tag != "POS":
            return " ".join([mark.lemma, *rest])
    return ""


def link(tree: Tree, i: int) -> Link:
    """What token `i` hangs on: a conjunct or an apposition takes the place of what it is joined to."""
    token = tree.tokens[i]
    case = case_of(tree, i)
    for _ in range(_MAX_HOPS):
        if token.head == token.i:
            return Link(None, token.dep, case)
        head = tree.head(token.i)
        joined = token.dep.startswith(("conj", "appos", "flat", "list", "parataxis"))
        if not joined or (token.dep.startswith(("conj", "parataxis")) and _verbal(token) != _verbal(head)):
            return Link(head, token.dep, case)
        if _verbal(token) and token.dep.startswith(("conj", "parataxis")):
            return Link(head, token.dep, case)
        token = head
        case = case or case_of(tree, token.i)
    return Link(tree.head(token.i), token.dep, case)


def governor(tree: Tree, i: int) -> Governor | None:
    """The nearest verb or event noun above token `i`; the token itself where it is the predicate ("was 12")."""
    path: list[Token] = []
    at = tree.tokens[i]
    for _ in range(_MAX_HOPS + 2):
        subject = subject_of(tree, at.i)
        if subject is not None and (at.pos in _NOMINAL or at.pos == "ADV"):
            return Governor(antecedent(tree, subject, at), "is", tuple(path))
        up = link(tree, at.i)
        if up.head is None:
            return Governor(at, "is", tuple(path)) if _verbal(at) else None
        if _verbal(up.head) or _predicate(tree, up.head):
            return Governor(up.head, _role(tree, up), tuple(path))
        if is_eventive(up.head) and not _only_sums(tree, up):
            return Governor(up.head, up.case or ("of" if up.dep.endswith("poss") else "modifier"), tuple(path))
        if up.case and attribute_classes(f"{up.head.lemma} {up.case}", "noun"):
            return Governor(up.head, "of", tuple(path))
        inner = _event_below(tree, up.head, tree.tokens[i])
        if inner is not None:
            return Governor(inner, up.case or "modifier", tuple(path))
        if not is_transparent(up.head.lemma) and up.head.pos != "NUM":
            path.append(up.head)
        at = up.head
    return None


def raised(tree: Tree, found: Governor, head: Token) -> Governor:
    """The verb below one that only says how surely or by what need it holds: "died" in "are known to have died".

    Raising verbs and their like (Huddleston and Pullum 2002, ch. 14): who is known to have died did nothing but die.
    """
    for below in tree.children(found.token.i, "xcomp") if found.token.lemma in _RAISING else ():
        if not (_verbal(below) or below.pos == "ADJ"):
            continue
        if found.role in ("affected", "agent"):
            role = "affected" if below.pos == "ADJ" else _inherited_role(tree, below, bool(_objects(tree, below)))
            return Governor(below, role, found.path)
        if below.i <= head.i:
            return Governor(below, found.role, found.path)
    return found


def _event_below(tree: Tree, noun: Token, token: Token) -> Token | None:
    """An event noun that hangs on `noun` and stands nearer to `token`: "in connection with a crash near X on May 3"."""
    nearer = [child for child in tree.children(noun.i, "nmod") if noun.i < child.i < token.i and is_eventive(child)]
    return nearer[-1] if nearer else None


def arguments(tree: Tree, i: int) -> tuple[tuple[str, Token], ...]:
    """Who and what takes part in the event of token `i`: role and head token, in text order.

    Looks into relative clauses (the noun they modify takes the missing part), coordinated and controlled verbs (they
    share the subject), and nominal events ("the conviction of X", "his sentencing").
    """
    token = tree.tokens[i]
    found: list[tuple[str, Token]] = []
    if _verbal(token) or _predicate(tree, token) or token.dep == "xcomp" or tree.children(i, "cop"):
        found.extend(_verb_arguments(tree, token))
    else:
        for child in tree.children(i):
            base = child.dep.partition(":")[0]
            if base in ("nmod", "obl"):
                found.append((case_of(tree, child.i) or ("possessor" if "poss" in child.dep else "of"), child))
            elif base in ("compound", "amod") and child.pos in ("PROPN", "NOUN", "ADJ"):
                found.append(("modifier", child))
            elif base in ("acl",):
                found.extend(pair for pair in _verb_arguments(tree, child) if pair[1].i != i)
    return tuple(sorted(found, key=lambda pair: pair[1].i))


def _verb_arguments(tree: Tree, verb: Token) -> list[tuple[str, Token]]:
    found: list[tuple[str, Token]] = []
    has_object = bool(_objects(tree, verb))
    for child in tree.children(verb.i):
        if child.dep == "obj" and not has_object:
            continue
        role = _child_role(tree, child, has_object)
        if role:
            found.append((role, _named(tree, verb, child)))
            found.extend((role, other) for other in tree.children(child.i, "conj") if other.pos in _NOMINAL)
    if not any(role in ("agent", "subject") or child.dep.startswith("nsubj") for role, child in found):
        inherited = _inherited_subject(tree, verb)
        if inherited is not None and all(inherited.i != child.i for _, child in found):
            found.append((_inherited_role(tree, verb, has_object), inherited))
    return [(role, antecedent(tree, child, verb)) for role, child in found]


def _named(tree: Tree, verb: Token, child: Token) -> Token:
    """Who is named or appointed, where the parse puts the name before the post: "named Ana Roe transport minister"."""
    if verb.lemma not in _APPOINTING or child.dep != "obj" or child.pos != "NOUN":
        return child
    names = [part for part in tree.children(child.i, "compound", "nmod") if part.pos == "PROPN" and part.i < child.i]
    return names[0] if names and names[0].i > verb.i + (names[0].i == child.i - 1) else child


def _objects(tree: Tree, verb: Token) -> list[Token]:
    """The objects of a verb; "take place" has none, nor has one that says what its subject is ("became minister").

    Nobody dies something: "four have died, a figure that" is read as if there were an object.
    """
    if verb.lemma in _COPULAR or verb.lemma in _WITHOUT_OBJECT:
        return []
    return [child for child in tree.children(verb.i, "obj") if (verb.lemma, child.lemma) != ("take", "place")]


def _child_role(tree: Tree, child: Token, has_object: bool) -> str:
    base, _, sub = child.dep.partition(":")
    if base == "nsubj":
        return "affected" if sub == "pass" or not has_object else "agent"
    if base in ("obj", "iobj"):
        return "affected" if base == "obj" else "to"
    if child.dep == "obl:agent":
        return "agent"
    if base == "obl" and child.pos in _NOMINAL:
        return case_of(tree, child.i) or "time"
    return ""


def _inherited_subject(tree: Tree, verb: Token) -> Token | None:
    """The subject that a verb without one shares: with the verb it is joined to or controlled by, or its noun."""
    at = verb
    for _ in range(_MAX_HOPS):
        base = at.dep.partition(":")[0]
        if base == "acl":
            return tree.head(at.i)
        if base not in ("conj", "xcomp", "csubj", "advcl", "ccomp") or at.head == at.i:
            return None
        head = tree.head(at.i)
        if base == "xcomp":
            objects = tree.children(head.i, "obj", "iobj")
            if objects:
                return objects[0]
        subject = subject_of(tree, head.i)
        if subject is not None:
            return subject
        at = head
    return None


def _inherited_role(tree: Tree, verb: Token, has_object: bool) -> str:
    if verb.tag == "VBN" and not tree.children(verb.i, "aux"):
        return "affected"
    passive = any(aux.dep == "aux:pass" for aux in tree.children(verb.i, "aux"))
    return "affected" if passive or not has_object else "agent"


def antecedent(tree: Tree, token: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for, its clause being headed by `verb`; any other token itself."""
    if token.lemma in ("who", "which", "that", "whom") and token.pos == "PRON":
        at = verb
        while at.dep.startswith("conj") and at.head != at.i:
            at = tree.head(at.i)
        if at.dep.startswith("acl"):
            return tree.head(at.i)
    return token


def subject_of(tree: Tree, i: int) -> Token | None:
    """The subject of the clause that token `i` heads, or None."""
    subjects = tree.children(i, "nsubj")
    return subjects[0] if subjects else None


def _role(tree: Tree, up: Link) -> str:
    assert up.head is not None
    base, _, sub = up.dep.partition(":")
    if base == "nsubj":
        return "affected" if sub == "pass" or not _objects(tree, up.head) else "agent"
    if base == "obj":
        return "affected"
    if up.dep == "obl:agent":
        return "agent"
    if base in ("obl", "nmod", "advmod", "advcl"):
        return up.case or "time"
    if base in ("xcomp", "ccomp", "acl"):
        return up.case or "complement"
    return up.case or base


def _verbal(token: Token) -> bool:
    return token.pos in ("VERB", "AUX") or (token.pos == "ADJ" and token.tag in ("VBN", "VBD", "VBG"))


def _predicate(tree: Tree, token: Token) -> bool:
    if token.dep == "conj" and token.pos == "ADJ":
        token = tree.head(token.i)
    return token.pos == "ADJ" and bool(tree.children(token.i, "nsubj", "aux", "cop"))


def is_eventive(token: Token) -> bool:
    """Whether a noun names an event or an attribute that is measured ("crash", "depth")."""
    return token.pos == "NOUN" and bool(event_classes(token.lemma, "noun") or attribute_classes(token.lemma, "noun"))


def _only_sums(tree: Tree, up: Link) -> bool:
    """Whether the noun above only sums up what it counts ("a total of 12 people were hurt"); a toll is an event."""
    assert up.head is not None
    determined = {child.lemma for child in tree.children(up.head.i, "det")}
    plain = "a" in determined and not tree.children(up.head.i, "amod", "compound")
    return plain and up.case == "of" and up.head.lemma in _SUMS


def is_transparent(lemma: str) -> bool:
    """Whether a noun only measures what follows it ("a total of 12 people")."""
    return lemma in _TRANSPARENT


# ------------------------------------------------------------------------------- mood and attribution


@dataclass(frozen=True, slots=True)
class Mood:
    """How the sentence stands to what its clause says."""

    status: Status
    """Asserted, attributed, denied, planned or hypothetical."""
    source: Token | None
    """Head of the words for who says so, where someone does."""
    tense: str
    """`past`, `present`, `future` or ""."""


def mood(tree: Tree, i: int, *, dated: bool = False) -> Mood:
    """Negation, plan, condition and attribution of the clause around token `i`; `dated` where it says when."""
    status = Status.ASSERTED
    source: Token | None = None
    chain = [tree.tokens[i], *tree.ancestors(i)]
    verbs = [token for token in chain if _verbal(token) or tree.children(token.i, "cop")]
    aside = False
    for depth, verb in enumerate(verbs):
        if verb.lemma in _SAYING and depth + 1 <= len(verbs) and (depth or _has_clause(tree, verb, i)):
            source = source or subject_of(tree, verb.i)
            if status is Status.ASSERTED:
                status = Status.HYPOTHETICAL if _is_negated(tree, verb) else Status.ATTRIBUTED
            continue
        if aside:
            continue
        found = _own_mood(tree, verb, depth, dated=dated)
        aside = _is_aside(tree, verb)
        if found is Status.DENIED or (found is not None and status in (Status.ASSERTED, Status.ATTRIBUTED)):
            status = found
    if status is Status.ASSERTED and any(_leaves_open(tree, below, noun) for below, noun in pairwise(chain)):
        status = Status.HYPOTHETICAL
    said = source or _according(tree)
    if said is not None and status is Status.ASSERTED:
        status = Status.ATTRIBUTED
    return Mood(status, said, _tense(tree, verbs[0]) if verbs else "")


def _is_aside(tree: Tree, verb: Token) -> bool:
    """Whether a verb heads a relative clause set off by a comma, which stands whatever is said around it.

    "The family, which holds 18 percent, has agreed to sell" (Potts 2005, supplements project).
    """
    if verb.dep != "acl:relcl":
        return False
    first = tree.subtree(verb.i)[0]
    if first.text == ",":
        return True
    return first.i > 0 and tree.tokens[first.i - 1].text == ","


def _has_clause(tree: Tree, verb: Token, i: int) -> bool:
    return any(
        i in {token.i for token in tree.subtree(child.i)} for child in tree.children(verb.i, "ccomp", "parataxis")
    )


def _leaves_open(tree: Tree, clause: Token, noun: Token) -> bool:
    """Whether a noun leaves the clause below it open: "there is no sign that"."""
    return noun.pos == "NOUN" and clause.dep in ("acl", "ccomp") and _is_negated(tree, noun)


def is_negated(tree: Tree, i: int) -> bool:
    """Whether the clause of token `i` or a verb it completes is negated: "do not expect to be back before May".

    Not what is told of: "he did not know that she left before May".
    """
    for token in (tree.tokens[i], *tree.ancestors(i)):
        if _is_negated(tree, token):
            return True
        if _verbal(token) and token.dep != "xcomp":
            return False
    return False


def _is_negated(tree: Tree, token: Token) -> bool:
    return any(child.lemma in _NEGATIVE for child in tree.children(token.i, "aux", "advmod", "det"))


def _own_mood(tree: Tree, verb: Token, depth: int, *, dated: bool) -> Status | None:
    """What one verb or predicate above a value makes of it.

    A negated predicate ("is not 26") denies its value, a negated verb its date ("did not resign on Monday"). Other
    figures of a negated verb are told and not denied ("40% cannot pay"); the rarer "did not sell 12" is taken so, too.
    """
    lemmas = {child.lemma for child in tree.children(verb.i, "aux", "advmod", "det", "mark", "cc")}
    if verb.lemma in _DENYING and depth:
        return Status.DENIED
    if depth == 0 and lemmas & _NEGATIVE and (dated or not _verbal(verb)):
        return Status.DENIED
    unable = "can" in lemmas and bool(lemmas & _NEGATIVE)
    if lemmas & _SUPPOSING or (lemmas & _POSSIBLE and not unable):
        return Status.HYPOTHETICAL
    if lemmas & _FUTURE or (verb.lemma in _PLANNING and depth) or verb.lemma in _FORECASTING or _is_to(tree, verb):
        return Status.PLANNED
    return None


def _is_to(tree: Tree, verb: Token) -> bool:
    """Whether a verb stands in "is to do": what is settled and still to come."""
    marks = {child.lemma for child in tree.children(verb.i, "mark") if child.i < verb.i}
    return "to" in marks and any(child.lemma == "be" for child in tree.children(verb.i, "cop", "aux"))


def _according(tree: Tree) -> Token | None:
    for token in tree.tokens:
        if token.lemma in ("accord", "according") and token.text.lower() == "according":
            head = tree.head(token.i)
            if token.dep == "case":
                return head
            inside = tree.children(token.i, "obl", "nmod")
            if inside:
                return inside[0]
    return None


def _tense(tree: Tree, verb: Token) -> str:
    lemmas = {child.lemma for child in tree.children(verb.i, "aux")}
    if lemmas & _FUTURE:
        return "future"
    tags = {verb.tag, *(child.tag for child in tree.children(verb.i, "aux", "cop"))}
    if "VBD" in tags or ("VBN" in tags and "have" in lemmas):
        return "past"
    if tags & {"VBZ", "VBP"}:
        return "present"
    return "past" if "VBN" in tags else ""
