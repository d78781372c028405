"""stages.csv: the stages of opportunities; a row whose key exists changes what its cells that are not empty say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from graphcrm.errors import InvalidInputError
from graphcrm.graph import Runner, Transaction
from graphcrm.importers.known import Context
from graphcrm.importers.plans import history
from graphcrm.importers.rows import Row
from graphcrm.importers.sinks import Plan, Step
from graphcrm.nodes.opportunities import KEY_MOST
from graphcrm.queries.opportunities.lock_stages import lock_stages
from graphcrm.queries.opportunities.put_stages import put_stages
from graphcrm.queries.opportunities.stages import MOST, Stage
from graphcrm.queries.opportunities.stages import stages as all_stages
from graphcrm.services import stages
from graphcrm.services.changes import differing

Said = dict[str, tuple[Row, Stage]]  # by key: the row, and the stage that it makes


def identify(row: Row) -> str:
    """The key of the row's stage."""
    key: str = row.need("id", "stage_id")
    return key


def plan(runner: Runner, rows: list[Row], context: Context) -> Plan:
    """What a batch comes to: each row by itself, and then all stages beside one another."""
    plan = Plan(change=history.begin(runner, context))
    known = stages_now(runner, context)
    said = _said(known, rows, plan)
    becomes = _beside_one_another(known, said, plan)
    _note(plan, known, becomes, said, context)
    if not isinstance(runner, Transaction):
        context.stages[:] = becomes
    return plan


def stages_now(runner: Runner, context: Context) -> Sequence[Stage]:
    """The stages, locked in a batch that is written; in a check, those that there would be."""
    if isinstance(runner, Transaction):
        return lock_stages(runner, at=context.at)
    return list(context.stages) or all_stages(runner)


def _said(known: Iterable[Stage], rows: Iterable[Row], plan: Plan) -> Said:
    """The stages that rows make, each by itself; the others are refused."""
    was = {one.key: one for one in known}
    said: Said = {}
    for row in rows:
        if len(was.keys() | said.keys() | {row.uid}) > MOST:
            plan.refused.append(row.refused(f"there are {MOST} stages at most.", "id"))
            continue
        try:
            said[row.uid] = row, _stage(row, was.get(row.uid))
        except InvalidInputError as error:
            plan.refused.append(row.refused(error.detail, error.field))
    return said


def _stage(row: Row, stored: Stage | None) -> Stage:
    """What a row makes of its stage; raises InvalidInputError."""
    given = {name: row.values[name] for name in ("name", "probability", "retired") if name in row.values}
    if stored is None:
        if not stages.KEY.fullmatch(row.uid):
            message = f"{row.uid[:60]!r} is no key of a stage; it takes at most {KEY_MOST} of a-z, 0-9 and _."
            raise InvalidInputError(message, field="id")
        status = row.values.get("status", "open")
        likely = stages.LIKELY.get(status, stages.EVEN)
        stored = Stage(row.uid, row.need("name", "name"), status, likely, 0)
    if row.values.get("status", stored.status) != stored.status:
        message = f"the stage is {stored.status}, and stays so; make another one."
        raise InvalidInputError(message, field="status")
    becomes = replace(stored, **given)
    if becomes.probability != stages.LIKELY.get(becomes.status, becomes.probability):
        message = "what is won is won, and what is lost is lost; leave it out."
        raise InvalidInputError(message, field="probability")
    return becomes


def _beside_one_another(known: Sequence[Stage], said: Said, plan: Plan) -> list[Stage]:
    """All stages in their order, without rows of stages that cannot be beside the others: those are refused."""
    while found := stages.fault(becomes := _arranged(known, said)):
        keys, error = found
        wrong = next((key for key in reversed(said) if key in keys), None)
        if wrong is None:
            break  # that was so before
        plan.refused.append(said.pop(wrong)[0].refused(error.detail, error.field))
    return becomes


def _arranged(known: Sequence[Stage], said: Said) -> list[Stage]:
    """The stages as rows make them, at the places that these say; one that is new is behind those of its status."""
    places = {key: row.values["position"] for key, (row, _) in said.items() if "position" in row.values}
    new = [one for key, (_, one) in said.items() if key not in {stage.key for stage in known}]
    was = [said[one.key][1] if one.key in said else one for one in known]
    becomes = stages.arranged([*was, *(one for one in new if one.key in places)], places)
    for one in new:
        if one.key not in places:
            becomes = stages.arranged([*becomes, one], {one.key: stages.behind(becomes, one.status)})
    return becomes


def _note(plan: Plan, known: Iterable[Stage], becomes: Iterable[Stage], said: Said, context: Context) -> None:
    """Count and remember what rows make of stages, and write it, with the places that follow for the others."""
    was: Mapping[str, Stage] = {one.key: one for one in known}
    written, change = [], plan.change
    for one in becomes:
        old, row = was.get(one.key), said[one.key][0] if one.key in said else None
        before, after = differing(stages.state(old) if old else {}, stages.state(one))
        meant = row is not None and bool(after.keys() - ({"position"} - row.values.keys()))
        if after:
            written.append({"key": one.key, "props": after, "more": int(meant)})
        if row is not None:
            counted = plan.unchanged if not meant else plan.changed if old else plan.created
            counted[row.file] += 1
            plan.loaded.append(one.key)
        if meant and old and change:
            change.remember(
                stages.KIND, one.key, old.rev + 1, "change", before=before, after=after, on=[(stages.LABEL, one.key)]
            )
    plan.steps = [Step(partial(put_stages, at=context.at), written), *([history.step(change)] if change else [])]
