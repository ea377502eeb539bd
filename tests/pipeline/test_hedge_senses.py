"""Hedges by sense, on sentences of many beats that were written without a look at the rules.

A cue stands in brackets with its type: "[may|modal]". A third of the sentences have none.
"""

import re

import pytest
from spacy.language import Language

MARK = re.compile(r"\[(.*?)\|(.*?)\]")

HEDGED = [
    "The refinery [could|modal] be sold before the summer, two people close to the owner said.",
    "Sri Lanka [may|modal] recall the fast bowler for the second Test in Pallekele.",
    "The Fed is [likely|adjadv] to leave rates alone until autumn, economists said.",
    "Turnout was [roughly|approximator] 61 percent, the clerk said.",
    "The senator [reportedly|shield] told donors that he was tired of the job.",
    "Prosecutors [believe|verb] the money went through a shell company in Cyprus.",
    "The committee has [about|approximator] $2.4 million left to spend.",
    "The ministry [could not confirm|verification] the number of casualties.",
    "AFP [was not able to independently verify|verification] the video.",
    "The wreck [is thought to|verb] be that of a Dutch trader lost in 1702.",
    "The court heard the defendant [allegedly|shield] forged 14 invoices.",
    "[Rumours|rumor] of a merger lifted the shares by 6 percent.",
    "The inquiry [is expected to|expectation] report in March.",
    "Snow [is forecast to|expectation] fall above 300 metres on Friday.",
    "The vaccine [appears to|appearance] protect older adults, the trial found.",
    "The pitch [seemed|appearance] slow on the first morning.",
    "[If confirmed|conditional], the sighting would be the first in Kerala since 1994.",
    "A win would [probably|adjadv] send the hosts through.",
    "[Perhaps|adjadv] the worst of the drought is over.",
    "The talks will [probably|adjadv] resume in Doha next week.",
    "The mayor [suspects|verb] the figures are out of date.",
    "Data [suggest|verb] that the outbreak peaked in mid-June.",
    "The company [is said to|shield] be weighing a bid for its smaller rival.",
    "The 34-year-old [supposedly|shield] left the club by a side door.",
    "It is [unclear|adjadv] whether the drone was armed.",
    "[There was no independent confirmation|verification] of the claim.",
    "[Almost|approximator] 400 schools were shut on Tuesday.",
    "The bill runs to [some|approximator] 1,200 pages.",
    "The asteroid is [approximately|approximator] 340 metres across.",
    "Doctors say the drug [might|modal] cause drowsiness.",
    "A second cable [may|modal] have been cut, the navy said.",
    "The gang's leader [is believed to|verb] have fled to Goa.",
    "The minister's aide [declined to confirm|verification] the date of the visit.",
    "The hospital would [neither confirm nor deny|verification] that the actor had been admitted.",
    "The ruling [is set to|expectation] be appealed.",
    "The airline [expects|expectation] to carry 12 million passengers this year.",
    "It was [possibly|adjadv] the coldest May on record in Leeds.",
    "The party's [purported|shield] manifesto appeared online on Sunday.",
    "The club [is understood to|shield] have offered £18m plus add-ons.",
    "Hedge funds [are rumoured to|rumor] have built large short positions.",
    "[Unconfirmed reports|rumor] spoke of gunfire near the airport.",
    "The tribunal [seems to|appearance] have overlooked the second lease.",
    "The suspect [apparently|appearance] knew the guard.",
    "[Speculation|rumor] that the coach would resign grew after the defeat.",
    "The galaxy [is estimated to|verb] be 13.4 billion years old.",
    "The state had [an estimated|approximator] 9,000 homeless veterans.",
    '"I [think|verb] we lost it in the middle overs," the captain said.',
    '"We [suspect|verb] that somebody tipped them off," Detective Inspector Rao said.',
    "The deal [could|modal] [possibly|adjadv] collapse, the banker warned.",
    "The road will be closed for [around|approximator] six hours.",
    "The plaintiffs [estimate|verb] that 4,000 workers were underpaid.",
    "The image [has not been authenticated|verification].",
    "He blamed saboteurs but [provided no evidence|verification].",
    "The bank [is due to|expectation] publish its results on 3 May.",
    "[Nearly|approximator] one in five pupils missed a month of classes.",
    "The two sides are [unlikely|adjadv] to meet before the vote.",
    "There is a [possible|adjadv] link to the earlier thefts.",
]
PLAIN = [
    "The minister could not be reached for comment.",
    "Women may vote in the canton since 1971, under a law passed that year.",
    "The prime minister met Theresa May in 2017.",
    "She could read music before she could walk.",
    "The jury believes in second chances, her lawyer joked.",
    "Pollsters spoke to 1,100 likely voters by phone.",
    "All members should pay their dues by Friday, the rules say.",
    "The singer appeared in a Manchester court on Tuesday.",
    "He appeared on stage with a cane.",
    "Insurance claims after the hail passed $40 million.",
    "The book is about three brothers in Lahore.",
    "They talked about two hours of missing tape.",
    "The claim was filed in the Delhi High Court.",
    "The suspect was arrested at a motel.",
    "Two suspects remain at large.",
    "At least 30 people were hurt.",
    "More than 500 flights were cancelled.",
    "The report runs to 340 pages.",
    "The parade will start on May 9.",
    "She walked around the lake twice.",
    "The tower is around the corner from the station.",
    "The doctor suggested a walk.",
    "She suggested that he resign.",
    "The company's expectations were dashed.",
    "A set of keys was found.",
    "The rate was set in 2019.",
    "Some 'experts' were paid by the firm.",
    "Some players refused to travel.",
    "The union could not agree on a date.",
    "He can lift 200 kilos.",
    "The law allows police to hold suspects for 48 hours.",
    "The minister denied the claim and left.",
    "The firm reports its earnings on Thursday.",
    "The reports are kept in a locked room.",
    "Officials reported 14 cases.",
]
# Sentence, and what misleads the rules.
KNOWN = [
    ("The judge estimated the damages in open court by reading the ledger.", "a sum set by a court, not guessed"),
    ("The baby was expecting milk.", "an object that is not to come"),
    ("He figures in the indictment twice.", "no pronoun's thought: the verb of appearing"),
    ("The guards may not carry guns inside the school.", "a duty without the rule that gives it"),
]


def cues(nlp: Language, text: str) -> list[tuple[str, str]]:
    doc = nlp(text)
    return [(doc[slice(*hedge["cue"])].text, hedge["type"]) for hedge in doc._.claimx_hedges]


@pytest.mark.parametrize("marked", HEDGED)
def test_hedges_are_found(nlp: Language, marked: str) -> None:
    assert cues(nlp, MARK.sub(r"\1", marked)) == MARK.findall(marked)


@pytest.mark.parametrize("text", PLAIN)
def test_other_senses_are_none(nlp: Language, text: str) -> None:
    assert cues(nlp, text) == []


@pytest.mark.parametrize(
    "text", [pytest.param(text, marks=pytest.mark.xfail(strict=True, reason=reason)) for text, reason in KNOWN]
)
def test_senses_still_taken_for_hedges(nlp: Language, text: str) -> None:
    assert cues(nlp, text) == []
