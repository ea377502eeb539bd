"""From documents to what users read: JSON, flat rows. The names here cost nothing to import."""

from typing import Literal

Format = Literal["json", "jsonl"]
RecordKind = Literal["quotes", "claims", "numbers", "hedges", "speakers"]
