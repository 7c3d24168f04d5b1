"""Our own charts as part of a page: one accessible image each, in the page's type and colours."""

from __future__ import annotations

import re
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

KNOWN_COLOUR = re.compile("|".join(COLOURS))


def inline_svg(figure: Figure, *, label: str, prefix: str, look: str = "chart") -> Markup:
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
    """
    root = ElementTree.fromstring(to_svg(figure, transparent=True))
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in (f"{{{SVG}}}metadata", f"{{{SVG}}}style"):
                parent.remove(child)
    for element in root.iter():
        fit_element(element, prefix)
    kept = {"viewBox": root.get("viewBox", ""), "role": "img", "aria-label": label, "class": look,
            "style": "stroke-linejoin: round; stroke-linecap: butt"}  # fmt: skip
    root.attrib.clear()
    root.attrib.update(kept)
    return Markup(write_element(root))


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
