"""``claimx schema``: the JSON Schema of the output."""

import json

import typer


def schema() -> None:
    """Print the JSON Schema of the output.

    It follows draft 2020-12 and describes every field.

    \b
    claimx schema > claimx.schema.json
    claimx schema | jq '."$defs".Quote.properties.resolution'
    """  # noqa: D301
    from claimx.schema import json_schema

    text = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    typer.get_binary_stream("stdout").write(text.encode())
