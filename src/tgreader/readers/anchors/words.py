"""Words that tell a number of the text from a footnote's marker, by what stands beside it."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


MONTHS = words("""
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sept sep oct nov dec
""")
# A number that follows one of these belongs to it: `Article 5`, `page 12`, `Deptel 253`.
CUES = words("""
    no nos number numbers document documents article articles para paras paragraph paragraphs page pages p pp tab
    annex point points section sections part parts phase option options item items chapter title appendix step grade
    figure table class group division type mark unit fy circular telegram telegrams deptel deptels embtel embtels
    cirtel despatch despatches airgram msg message ref cable tel tels mytel urtel ourtel reftel toad depcirtel
    legtel contel usun topol polto secto tosec nsc nsam nssm nie snie sc resolution res law box lot file files rg
    volume vol vols footnote note enclosure attachment supplement book room flight route track score level
    zone sector area battalion regiment corps army fleet exhibit schedule column line lines clause principle
    alternative category stage version draft draw question issue objective task project plan tabs footnotes
    a b c d
""")
# After one of these a number counts or measures: `about 3`, `in 2 weeks`.
BEFORE = words("""
    the of to about than for in and or by with from at only over under some last next first past every these those
    another between approximately nearly almost least most around all other is are was were be has have
    had will would on up into within after before until till since as per not equals plus minus x
""")
# Before one of these too.
UNITS = words("""
    percent per million billion trillion thousand hundred dozen years year months month weeks week days day hours
    hour minutes minute miles mile kilometers kilometer km tons ton dollars pounds cents feet inches acres barrels
    bbls gallons planes aircraft ships men troops people persons divisions battalions brigades squadrons votes
    countries nations members points am pm st nd rd th lb lbs degrees times pages pp copies o
    megatons mm mt kt mw mg long short metric
""")
# A stop after one of these is part of the abbreviation: `No.5`.
ABBREVIATIONS = words("no nos p pp para paras art sec vol ch fig par pt tel")
