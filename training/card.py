"""The model card that is shipped beside the weights, as ``model.json``: what of it is written by hand, and the writing.

Figures come from :mod:`training.figures`, the confidence from :mod:`training.calibrate`; ``docs/model-card.md`` is made
of the card by ``python -m scripts.docs``.
"""

import hashlib
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from claimx.models.card import DIRECTORY
from claimx.pipeline.confidence import UNCALIBRATED

NAME, VERSION = "en_claimx_news", "1.2.0"

DATA = [
    {"name": "PolNeAR 1.0.0", "use": "attributions in US political news, 840 articles",
     "licence": "public repository, no licence statement",
     "source": "Newell, Margolin, Ruths: An Attribution Relations Corpus for Political News, LREC 2018"},
    {"name": "PolNeAR's CoreNLP layer", "use": "names, machine-made (about 90 % right)",
     "licence": "public repository, no licence statement", "source": "as above"},
    {"name": "claimx newsroom", "use": "attributions in 42 invented articles of many beats",
     "licence": "written for claimx", "source": "claimx"},
    {"name": "UD English EWT", "use": "tags, lemmas, sentences, dependencies", "licence": "CC BY-SA 4.0",
     "source": "Silveira et al.: A Gold Standard Dependency Corpus for English, LREC 2014"},
    {"name": "UD English GUM", "use": "tags, lemmas, sentences, dependencies, names",
     "licence": "annotations CC BY 4.0; texts CC BY or CC BY-SA",
     "source": "Zeldes: The GUM Corpus, Language Resources and Evaluation 51, 2017"},
    {"name": "MiniLM-L6-H384-uncased (all-MiniLM-L6-v2)", "use": "initial weights and vocabulary",
     "licence": "Apache-2.0",
     "source": "Wang et al.: MiniLM, NeurIPS 2020; Reimers and Gurevych: Sentence-BERT, EMNLP 2019"},
]  # fmt: skip
USES = [
    "Finding quotations and reported speech in English news, for people who check, count or study them and can look at "
    "the passage: every answer points at the characters it was read from.",
    "Putting passages in the order in which a reader should look at them, by `confidence` and `signals`.",
]
MISUSES = [
    "Saying whether a claim is true, or whether somebody lied.",
    "Publishing that somebody said something without a look at the passage: sources and speakers are wrong at times.",
    "Decisions about people: hiring, credit, policing, sanctions, moderation; nor watching single persons by what the "
    "press has them say.",
    "Comparing outlets, groups or times by counts alone: what is missed differs by genre, type of quote and style.",
    "Other languages, fiction, chat, verbatim records of courts and scanned text with errors: not made for them.",
]
LIMITS = [
    "English news prose. Other languages, fiction and informal chat were not measured.",
    "Trained mostly on US politics of 2015-2016; other beats come from 42 invented articles.",
    "Attributions inside attributions are found only in part.",
    "It says who is reported to have said what, never whether it is true.",
    "The names it learnt were marked by a machine, in texts from one country.",
    "int8 arithmetic differs a little between processors with and without VNNI: confidence in the second digit, now "
    "and then a span.",
]
FAILURES = [
    {"what": "A report inside a quotation is missed",
     "text": "“The governor says fish or families,” Lundquist told reporters after the vote.",
     "instead": "Lundquist's quotation is found, what the governor says inside of it is not."},
    {"what": "A phrase of a headline is taken for a report",
     "text": "Late Mbeki header sinks Rovers as Grayling sees red",
     "instead": "An attribution of “red” to Grayling, with “sees” as its cue."},
    {"what": "A long source is cut",
     "text": "A person close to Renshaw, who spoke on condition of anonymity, said he would sign a weaker bill.",
     "instead": "The source is “A person close to Renshaw, who”."},
    {"what": "What was done is taken for what was said",
     "text": "A state Senate committee voted on Wednesday to cap how much water farms can pump.",
     "instead": "An attribution to the committee with “voted” as its cue."},
    {"what": "A description goes to the one named last whom it fits",
     "text": "Clemency Hartright, the rail minister, admitted the loss. Sir Anthony Craddock, a former rail minister, "
     "said he had seen worse. ‘I will fix it,’ the minister said.",
     "instead": "The words are given to Craddock."},
    {"what": "“About” before a sum is taken for “roughly”",
     "text": "“It is about $212,000 in sponsorship money,” the prosecutor said.",
     "instead": "A hedge, and a number with `~`; she speaks of what the case is about."},
]  # fmt: skip


def described() -> dict[str, Any]:
    """What of the card is written by hand."""
    return {
        "name": NAME,
        "version": VERSION,
        "licence": "Apache-2.0 (weights; see data for what they were trained on)",
        "what": "A transformer encoder, MiniLM-L6-H384 (22 million parameters, int8, ONNX), with heads for tags, "
        "lemmas, sentences, dependencies, names and attributions: sources, cues, contents and their links.",
        "data": DATA,
        "intended_use": USES,
        "not_for": MISUSES,
        "limits": LIMITS,
        "failures": FAILURES,
    }


def model_card(run: Path, target: Path, labels: dict[str, list[str]]) -> dict[str, Any]:
    """The card of freshly exported files: as yet without figures, its confidence not fitted."""
    files = ("encoder.onnx", "decoder.npz", "vocab.txt")
    return {
        **described(),
        "sha256": {f: hashlib.sha256((target / f).read_bytes()).hexdigest() for f in files},
        "training": json.loads((run / "plan.json").read_text(encoding="utf-8")),
        "calibration": asdict(UNCALIBRATED),
        "labels": labels,
    }


def write_card(card: dict[str, Any], target: Path = DIRECTORY) -> None:
    """Write ``model.json``, the long lists of labels last."""
    ordered = {key: value for key, value in card.items() if key != "labels"} | {"labels": card["labels"]}
    shown = json.dumps(ordered, ensure_ascii=False, indent=1)
    (target / "model.json").write_text(shown + "\n", encoding="utf-8")
