"""The model card that is shipped beside the weights, as ``model.json``."""

import hashlib
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from claimx.pipeline.confidence import UNCALIBRATED

NAME, VERSION = "en_claimx_news", "1.1.1"

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
LIMITS = [
    "English news prose. Other languages, fiction and informal chat were not measured.",
    "Trained mostly on US politics of 2015-2016; other beats come from 42 invented articles.",
    "Attributions inside attributions are found only in part.",
    "It says who is reported to have said what, never whether it is true.",
]


def model_card(run: Path, target: Path, labels: dict[str, list[str]]) -> dict[str, Any]:
    """Name, checksums, data with licences, plan, limits and label lists.

    Figures are not in the card: ``benchmarks/RESULTS.md`` has them, with the commands.
    """
    files = ("encoder.onnx", "decoder.npz", "vocab.txt")
    return {
        "name": NAME,
        "version": VERSION,
        "licence": "Apache-2.0 (weights; see data for what they were trained on)",
        "sha256": {f: hashlib.sha256((target / f).read_bytes()).hexdigest() for f in files},
        "training": json.loads((run / "plan.json").read_text(encoding="utf-8")),
        "data": DATA,
        "intended_use": "Finding quotations and reported speech in news for people who check or count them.",
        "limits": LIMITS,
        "calibration": asdict(UNCALIBRATED),  # until training.calibrate has been run
        "labels": labels,
    }
