"""Our own charts as part of a page: one accessible image each, in the page's type and colours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree

from markupsafe import Markup

from scoring.reports.chart_rows import INK, SOFT
from scoring.reports.charts import FAMILY_INK, PAPER, RULE, Figure, to_svg

SVG, LINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"

COLOURS = {
    INK: "currentColor",
    PAPER: f"var(--paper, {PAPER})",
    RULE: f"var(--rule, {RULE})",
    SOFT: f"var(--soft, {SOFT})",
    **{ink: f"var(--{family}, {ink})" for family, ink in FAMILY_INK.items()},
}
"""What a page puts in place of the ink of paper, so that charts follow it into the dark."""

REPEATED = 4
"""Uses from which a style gets a name."""

NUMBERS = frozenset(["d", "x", "y", "transform"])
LONG_NUMBER = re.compile(r"-?\d+\.\d+")
REFERENCE = re.compile(r"#([\w.:-]+)")

KNOWN_COLOUR = re.compile("|".join(COLOURS))


def inline_svg(
    figure: Figure,
    *,
    label: str,
    prefix: str,
    look: str = "chart",
    titles: Mapping[str, Sequence[str]] | None = None,
) -> Markup:
    """Return a figure as an ``<svg>`` element to stand inside an HTML page.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        From `scoring.reports.charts`; never a file from elsewhere.
    label : str
        The text alternative.
    prefix : str
        Unique in the page: goes before every id.
    look : str, default "chart"
        Class names.
    titles : mapping of str to sequence of str, optional
        For a group of marks by its id, what each mark is: shown when it is pointed at.
    """
    root = ElementTree.fromstring(to_svg(figure, transparent=True))
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in (f"{{{SVG}}}metadata", f"{{{SVG}}}style"):
                parent.remove(child)
    for group in root.iter(f"{{{SVG}}}g"):
        name_marks(group, (titles or {}).get(group.get("id", ""), ()))
    for element in root.iter():
        fit_element(element, prefix)
    slim(root, prefix)
    kept = {"viewBox": root.get("viewBox", ""), "role": "img", "aria-label": label}
    root.attrib.clear()
    root.attrib |= kept
    root.attrib |= {"class": f"{look} {prefix}", "style": "stroke-linejoin: round; stroke-linecap: butt"}
    return Markup(write_element(root))


def name_marks(group: ElementTree.Element, titles: Sequence[str]) -> None:
    """Give the marks of a group, in order, a title each."""
    if not titles:
        return
    hidden = {id(part) for defs in group.iter(f"{{{SVG}}}defs") for part in defs.iter()}
    drawn = (f"{{{SVG}}}use", f"{{{SVG}}}path")
    marks = [part for part in group.iter() if part.tag in drawn and id(part) not in hidden]
    for mark, title in zip(marks, titles, strict=False):
        ElementTree.SubElement(mark, f"{{{SVG}}}title").text = title


def slim(root: ElementTree.Element, prefix: str) -> None:
    """Say the same with fewer letters: repeated styles once, short ids, two decimals, no empty wrapping."""
    unwrap(root)
    parts = list(root.iter())
    ids = {name: f"{prefix}-{place}" for place, name in enumerate(list_targets(root))}
    counts = Counter(style for part in parts if (style := part.get("style")))
    names = {style: f"s{k}" for k, style in enumerate(style for style, n in counts.items() if n >= REPEATED)}
    for part in parts:
        for name, value in part.attrib.items():
            if name in NUMBERS:
                part.set(name, " ".join(LONG_NUMBER.sub(shorten, value).split()))
            elif "#" in value:
                part.set(name, REFERENCE.sub(lambda found: f"#{ids.get(found[1], found[1])}", value))
        if "id" in part.attrib:
            name = part.attrib.pop("id")
            part.attrib |= {"id": ids[name]} if name in ids else {}
        if part.get("style") in names:
            part.set("class", names[part.attrib.pop("style")])
    if names:
        sheet = ElementTree.Element(f"{{{SVG}}}style")
        sheet.text = "".join(f".{prefix} .{name}{{{style}}}" for style, name in names.items())
        root.insert(0, sheet)


def unwrap(root: ElementTree.Element) -> None:
    """Replace groups that say nothing by what they hold, and drop turns by nothing."""
    used = list_targets(root)
    for parent in list(root.iter()):
        kept: list[ElementTree.Element] = []
        for child in parent:
            is_bare = (
                child.tag == f"{{{SVG}}}g"
                and not child.attrib.keys() - {"id"}
                and child.get("id") not in used
            )
            kept += list(child) if is_bare and len(child) == 1 else [child]
            if child.get("transform", "").startswith("rotate(-0 "):
                del child.attrib["transform"]
        parent[:] = kept


def list_targets(root: ElementTree.Element) -> dict[str, None]:
    """Return the ids that something in the drawing refers to."""
    known = {part.get("id") for part in root.iter()}
    values = " ".join(value for part in root.iter() for value in part.attrib.values() if "#" in value)
    return dict.fromkeys(name for name in REFERENCE.findall(values) if name in known)


def shorten(found: re.Match[str]) -> str:
    """Return a number with at most two decimals."""
    return f"{float(found[0]):.2f}".rstrip("0").rstrip(".")


def fit_element(element: ElementTree.Element, prefix: str) -> None:
    """Make ids unique in the page, and colours and type the page's own."""
    for name, value in element.attrib.items():
        if name == "id":
            element.set(name, f"{prefix}-{value}")
        elif name == f"{{{LINK}}}href":
            element.set(name, value.replace("#", f"#{prefix}-", 1))
        elif "url(#" in value:
            element.set(name, value.replace("url(#", f"url(#{prefix}-"))
        if name == "style":
            style = KNOWN_COLOUR.sub(lambda found: COLOURS[found[0]], element.attrib[name])
            element.set(name, re.sub(r"font-family:[^;]*;?\s*", "", style))
    if element.tag == f"{{{SVG}}}text" and "fill" not in element.get("style", ""):
        element.set("style", f"fill: currentColor; {element.get('style', '')}")


def write_element(root: ElementTree.Element) -> str:
    """Return the element as text without name space prefixes, as HTML wants it."""
    for element in root.iter():
        element.tag = element.tag.removeprefix(f"{{{SVG}}}")
        if f"{{{LINK}}}href" in element.attrib:
            element.set("href", element.attrib.pop(f"{{{LINK}}}href"))
    return re.sub(r">\s+<", "><", ElementTree.tostring(root, encoding="unicode"))
