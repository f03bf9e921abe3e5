"""A small volume, made for the tests: every thing that is drawn otherwise than a paragraph, and lists of who is who."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tests.tei.volumes import text

FRONT = """<titlePage><docTitle><titlePart type="series">Foreign Relations of the United States</titlePart>
<titlePart type="volume">Volume I, Trade</titlePart></docTitle></titlePage>
<pb n="V"/><div type="section" xml:id="preface"><head>Preface</head><p>How it was made.<pb n="VI"/> By whom.</p></div>
<div type="section" xml:id="persons"><head>Persons</head><list>
<item><hi rend="strong"><persName xml:id="p_KV_1">Kuznetsov, Vasili V.</persName>,</hi> First Deputy Foreign Minister of
the Soviet Union</item>
<item><hi rend="strong"><persName xml:id="p_BJ_1">Beam, Jacob D.</persName>,</hi> Ambassador to the Soviet
Union</item></list></div>
<div type="section" xml:id="terms"><head>Abbreviations and Terms</head><list>
<item><hi rend="strong"><term xml:id="t_MBFR_1">MBFR</term>,</hi> mutual and balanced force reductions</item>
</list></div>"""

TALK = """<div type="document" n="1" xml:id="d1"><pb n="1"/><head>1. Memorandum of Conversation<note n="1"
type="source">Source: Central Files. Secret.</note></head>
<dateline><placeName>Moscow</placeName>, <date when="1972-08-21">August 21, 1972</date></dateline>
<list type="participants"><head>PARTICIPANTS</head><item>US<list>
<item><persName corresp="#p_BJ_1">Mr. Beam</persName></item><item>Mr. Low, who came with a long account
of what had been said the week before in Helsinki</item></list>
</item><item>USSR<list><item><persName corresp="#p_KV_1">Mr. Kuznetsov</persName></item></list></item></list>
<p><persName corresp="#p_KV_1">Kuznetsov</persName> spoke of <gloss target="#t_MBFR_1">MBFR</gloss> on the
4<hi rend="superscript">th</hi>, <hi rend="italic">not</hi> of <hi rend="strong">trade</hi>, and wrote H<hi
rend="sub">2</hi>O. At 5 <hi rend="smallcaps">p.m.</hi> he <hi rend="underline">left</hi>.</p>
<p><del rend="strikethrough">SECRET</del> He left a paper.<note n="2">It was read by <persName corresp="#p_BJ_1">Beam
</persName>.</note> <gap reason="illegible"/> It said:</p><quote rend="blockquote"><p>Nothing of it is true.</p></quote>
<p rend="center">II</p>
<figure><head>The seal of the embassy</head><graphic url="x"/></figure>
<frus:attachment><head>Tab A</head><p>A paper of one page.</p><list>
<label>1.</label><item>First.</item><label>2.</label><item>Second.</item></list></frus:attachment></div>"""

TABLES = """<div type="document" n="2" xml:id="d2"><pb n="2"/><head>2. Report</head><p>The figures are these:</p>
<table><head>Exports</head><row role="label"><cell>Country</cell><cell>1970</cell><cell>1971</cell><cell>Remarks</cell>
</row><row><cell>Poland</cell><cell>1,200</cell><cell>980</cell><cell>Mostly coal, which was paid for in advance by the
buyers, as had been agreed in the year before<note n="1">Not found.</note></cell></row><row><cell>Hungary</cell>
<cell/><cell>12</cell><cell>Wine</cell></row><row><cell cols="2">Both</cell><cell>992</cell><cell/></row></table>
<p>And by the month:</p><table><row role="label">{months}</row><row>{figures}</row></table>
<p>That is <pb n="3"/>all of it. Mr. <persName>Nobody</persName> was there.</p></div>"""

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November")


def _cells(texts: Iterable[str]) -> str:
    return "".join(f"<cell>{each}</cell>" for each in texts)


_TABLES = TABLES.format(
    months=_cells(f"{month}-in-full" for month in MONTHS), figures=_cells(map(str, range(100, 100 + len(MONTHS))))
)
BODY = f"""<div type="compilation" xml:id="comp1"><head>Trade With the East</head>
<div type="chapter" xml:id="ch1"><head>Talks in Moscow, August 1972</head>{TALK}</div>
<div type="chapter" xml:id="ch2"><head>Reports</head>{_TABLES}
<div type="document" n="3" xml:id="d3"><head>3. Letter</head><p>To <persName corresp="#p_KV_1">Kuznetsov</persName>,
once more. <ref target="#d1">Document 1</ref>.</p></div></div></div>"""

BACK = """<div type="section" xml:id="index"><head>Index</head><list><item>Coal, <ref target="#d2">2</ref></item></list>
</div>"""

VOLUME = "frus1969-76v99"


def written(folder: Path, name: str = "volume.xml") -> Path:
    """The volume, as a file."""
    path = folder / name
    path.write_text(text(BODY, FRONT, BACK, VOLUME), encoding="utf-8")
    return path
