"""Whether two units are the same, in whatever spelling an annotator chose."""

SAME = {
    "meter": "metre", "kilometer": "kilometre", "centimeter": "centimetre", "millimeter": "millimetre",
    "square meter": "square metre", "square kilometer": "square kilometre", "cubic meter": "cubic metre",
    "feet": "foot", "inches": "inch", "percentage": "%", "percent": "%", "dollar": "usd", "pound sterling": "gbp",
    "euro": "eur", "yen": "jpy", "rupee": "inr", "celsius": "degree celsius", "fahrenheit": "degree fahrenheit",
    "metric ton": "tonne", "ton": "tonne", "liter": "litre", "milliliter": "millilitre", "penny": "gbp", "pence": "gbp",
    "cent": "usd", "times": None, "time": None, "kph": "kilometre per hour", "mph": "mile per hour",
    "pp": "percentage point",
}  # fmt: skip
DOLLARS = frozenset({"usd", "cad", "aud", "hkd", "nzd", "sgd"})


def plain(unit: str | None) -> str | None:
    """The unit in one spelling, singular and in small letters; multiples ('times') have none."""
    if not unit:
        return None
    unit = unit.lower().strip()
    if unit not in SAME and len(unit) > 3 and unit.endswith("s") and not unit.endswith("ss"):
        unit = unit[:-1]
    return SAME.get(unit, unit)
