"""What each address needs: an action on a kind of record, a module, or only that somebody is signed in.

This is the table that docs/access.md shows, and that a test walks for every role; an address that is not in it is
refused to everybody. Rows are decided where the records are: reads by what the queries see, writes by services/rights.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graphcrm.access import KINDS, OWNED, Action, Kind, Module, Role, Scope, many
from graphcrm.errors import said
from graphcrm.services.tied import TIED


@dataclass(frozen=True, slots=True)
class Need:
    """What a role must allow: a module, and an action on one of some kinds of records; `kinds` None: of the address."""

    action: Action | None = None
    kinds: tuple[Kind, ...] | None = ()
    module: Module | None = None

    def of(self, kind: Kind | None) -> Need:
        """The same for an address of a kind of record."""
        return Need(self.action, (kind,) if self.kinds is None and kind else self.kinds or (), self.module)

    def met(self, role: Role) -> bool:
        """Whether a role allows it, for some record at least."""
        if self.module and self.module not in role.modules:
            return False
        action = self.action
        return action is None or any(role.scope(action, kind) is not Scope.NONE for kind in self.kinds or ())

    def __str__(self) -> str:
        """In words, as docs/access.md has it; a page says them in its own language."""
        parts = [self._records()] if self.action else []
        parts += [said("%(module)s", module=str(self.module))] if self.module else []
        if len(parts) > 1:
            return said("%(records)s and %(module)s", records=parts[0], module=parts[1])
        return parts[0] if parts else said("signed in")

    def _records(self) -> str:
        first, *more = self.kinds or ("",)
        kinds = said("%(kind)s", kind=first)
        for kind in more:
            kinds = said("%(kinds)s or %(kind)s", kinds=kinds, kind=kind)
        return said("%(action)s %(kinds)s", action=self.action, kinds=kinds)


_WORKED = (
    *("api_pool.ignore_lead", "pool.ask", "pool.ignore"),
    *("api_conversion.convert_lead", "conversion.ask", "conversion.convert"),
)
_CALENDAR = ("calendar.month", "calendar.make_feed", "calendar.remove_feed", "calendar.feed")
_PEOPLE: tuple[Kind, ...] = ("contact", "lead")
_LINKED: tuple[Kind, ...] = ("account", "contact")
_AGREED: tuple[Kind, ...] = ("contract", "order", "service_request")
_ANYBODY = Need()
_LOG = Need(module=Module.LOG)
_POLICY = Need(module=Module.POLICY)
_TAGS = Need(module=Module.TAGS)
_POOL = (
    *("pool.claim", "pool.claim_all", "pool.reclaim"),
    *("api_pool.claim_lead", "api_pool.claim_leads", "api_pool.due_back", "api_pool.reclaim"),
)


def _all(*kinds: Kind) -> Iterator[tuple[str, Need]]:
    """The addresses that several kinds of records have alike."""
    for kind in kinds:
        read, edit, delete, assign = (Need(action, (kind,)) for action in ("read", "edit", "delete", "assign"))
        changes = "api_record_changes"
        yield f"api_records.{many(kind)}", read
        yield f"{changes}.history_of_{kind}", read
        yield f"{changes}.create_{kind}", edit
        yield f"{changes}.edit_of_{kind}", edit
        if kind not in TIED:
            yield f"{changes}.add_handle_of_{kind}", edit
            yield f"{changes}.remove_handle_of_{kind}", edit
        yield f"{changes}.undo_last_of_{kind}", edit
        yield f"{changes}.into_trash_of_{kind}", delete
        yield f"{changes}.restore_of_{kind}", delete
        yield f"{changes}.purge_of_{kind}", Need(module=Module.PURGE)
        if kind != "user":
            yield f"api_ownership.owners_of_{kind}", read
            yield f"api_ownership.assign_{kind}", assign
            yield f"api_ownership.release_{kind}", assign
        if kind in _PEOPLE:
            yield f"api_person.data_of_{kind}", Need("read", (kind,), Module.EXPORT)
        if kind in _LINKED:
            yield f"{changes}.accept_lifecycle_of_{kind}", edit
            yield f"api_links.links_of_{kind}", read
            yield f"api_links.add_{kind}_link", edit


def _named() -> Iterator[tuple[str, Need]]:
    """What an address needs that is like no other."""
    account, contact, lead, task, user = (
        Need("read", (kind,)) for kind in KINDS if kind in {"account", "contact", "lead", "task", "user"}
    )
    edit_contact = Need("edit", ("contact",))
    tie = Need("read", ("contact",), Module.PATHS)
    for name in ("account", "classes", "potential", "timeline"):
        yield f"api_accounts.{name}", account
    network = Need("read", ("account", "contact", "lead"), Module.PATHS)
    yield from ((f"api_network.{name}", network) for name in ("records", "between", "around", "expand", "path"))
    yield from dict.fromkeys(("network.network", "network.file"), network).items()
    yield from dict.fromkeys(("api_accounts.people", "api_accounts.chart"), Need("read", ("contact",))).items()
    for name in ("api_paths.warm_paths", "accounts.warm_paths", "accounts.ways", "accounts.coverage"):
        yield name, Need("read", ("account",), Module.PATHS)
    for name in ("account", "classes", "people", "timeline", "flow", "chart", "potential"):
        yield f"accounts.{name}", account
    for name in ("api_contacts.contact", "contacts.contact", "api_contacts.jobs", "api_contacts.interactions"):
        yield name, contact
    yield from dict.fromkeys(("contacts.interactions", "api_contacts.activity", "api_jobs.job"), contact).items()
    yield from dict.fromkeys(("lifecycles.list_", "api_lifecycles.proposals"), Need("read", _LINKED)).items()
    yield from dict.fromkeys(("api_contacts.colleagues", "contacts.colleagues", "api_contacts.known_by"), tie).items()
    jobs = ("api_jobs.add_job", "api_jobs.correct_job", "api_jobs.remove_job", "api_jobs.move", "api_jobs.undo_a_move")
    forms = ("jobs.new", "jobs.add", "jobs.edit", "jobs.correct", "jobs.remove", "moves.ask", "moves.move")
    offers = ("offers.ask", "offers.take", "api_offers.offered", "api_offers.take_people")
    yield from dict.fromkeys((*jobs, *forms, *offers, "moves.beside", "moves.proposal"), edit_contact).items()
    yield from dict.fromkeys(("api_leads.lead", "leads.lead", "api_leads.lead_interactions"), lead).items()
    yield from dict.fromkeys(("api_users.user", "users.user", "users.list_"), user).items()
    yield from dict.fromkeys(_POOL, Need("assign", ("lead",))).items()
    yield from dict.fromkeys(_WORKED, Need("edit", ("lead",))).items()
    yield "api_conversion.alike_records", lead
    yield "pool.show", lead
    yield from dict.fromkeys(("api_tasks.task", "tasks.task", *_CALENDAR), task).items()
    yield "tasks.finish", Need("edit", ("task",))
    assigned = ("api_ownership.correct_assignment", "api_ownership.remove_assignment")
    pages = ("ownership.edit", "ownership.correct", "ownership.remove")
    yield from dict.fromkeys((*assigned, *pages), Need("assign", OWNED)).items()
    yield from ((f"lists.{many(kind)}", Need("read", (kind,))) for kind in OWNED)
    yield "api_links.link", Need("read", _LINKED)
    links = ("api_links.correct_link", "api_links.remove_link", "links.edit", "links.correct", "links.remove")
    yield from dict.fromkeys(links, Need("edit", _LINKED)).items()
    yield "api_interactions.interaction", Need("read", _PEOPLE)
    events = ("add_interaction", "add_interactions", "change_interaction", "remove_interaction", "rate", "unrate")
    yield from ((f"api_interactions.{name}", _LOG) for name in events)
    yield from ((f"interactions.{name}", _LOG) for name in ("new", "add", "edit", "correct", "remove", "rate"))
    yield "interactions.topics", _LOG
    yield "api_mail.mail_to_contact", Need("read", ("contact",), Module.LOG)
    yield "api_mail.mail_to_lead", Need("read", ("lead",), Module.LOG)
    moves = ("api_moves.moves", "api_jobs.proposed_moves", "feed.moves", "api_moves.champions", "champions.list_")
    yield from dict.fromkeys(moves, Need("read", ("contact",), Module.MOVES)).items()
    marks = ("acknowledge", "dismiss", "reopen")
    yield from (
        (f"{place}.{name}", Need(module=Module.MOVES)) for place in ("api_moves", "champions") for name in marks
    )
    yield from dict.fromkeys(("api_access.change_role", "access.role", "access.change_role"), _POLICY).items()
    yield from dict.fromkeys(("api_audit.audit", "api_audit.file", "audit.audit"), Need(module=Module.AUDIT)).items()
    yield from dict.fromkeys(("api_access.put_team", "access.put_team"), Need("edit", ("user",))).items()
    yield from dict.fromkeys(("api_changes.trash", "trash.list_"), Need("delete", KINDS)).items()


def _sales() -> Iterator[tuple[str, Need]]:
    """Opportunities with their stages, contracts, orders, service requests, campaigns, coverage, and tags."""
    for kind in _AGREED:
        place = "service_requests" if kind == "service_request" else "contracts"
        yield from dict.fromkeys((f"api_{place}.{kind}", f"{many(kind)}.{kind}"), Need("read", (kind,))).items()
    turns = ("service_requests.turn", "service_requests.solving", "service_requests.solve")
    yield from dict.fromkeys(turns, Need("edit", ("service_request",))).items()
    tags = ("api_tags.change_tag", "api_tags.merge_tag", "api_tags.delete_tag")
    yield from dict.fromkeys((*tags, "tags.change", "tags.merge", "tags.delete"), _TAGS).items()
    deals = ("api_opportunities.opportunity", "opportunities.opportunity", "stages.list_", "api_opportunities.stages",
             "board.board", "board.forecast", "api_opportunities.forecast", "api_opportunities.board")  # fmt: skip
    yield from dict.fromkeys(deals, Need("read", ("opportunity",))).items()
    yield from dict.fromkeys(("opportunities.staging", "opportunities.move"), Need("edit", ("opportunity",))).items()
    theirs = Need("read", ("account", "contact"))
    yield from dict.fromkeys(("coverage.show", "api_coverage.coverage"), theirs).items()
    read, edit = Need("read", ("campaign",)), Need("edit", ("campaign",))
    shown = ("api_campaigns.campaign", "api_campaigns.attending", "api_campaigns.what_followed", "campaigns.campaign")
    yield from dict.fromkeys(shown, read).items()
    changed = ("api_campaigns.attend", "api_campaigns.take_out", "campaigns.asking_who", "campaigns.attend")
    yield from dict.fromkeys((*changed, "campaigns.mark", "campaigns.take_out", "list_bulk.attend"), edit).items()
    staging = ("api_opportunities.add_stage", "api_opportunities.change_stage", "stages.add", "stages.change")
    yield from dict.fromkeys(staging, _POLICY).items()


def _reach() -> Iterator[tuple[str, Need]]:
    """Paths one by one and as files, and the introductions that are asked for along them."""
    paths = Need("read", ("account",), Module.PATHS)
    yield from dict.fromkeys(("reach.reach", "reach.path", "introductions.new"), paths).items()
    yield from dict.fromkeys(("reach.as_csv", "reach.as_json"), Need("read", ("account",), Module.EXPORT)).items()
    tie = Need("read", ("contact",), Module.PATHS)
    seen = ("introductions.list_", "introductions.introduction")
    yield from dict.fromkeys(
        (*seen, "api_introductions.list_introductions", "api_introductions.introduction"), tie
    ).items()
    deeds = ("ask_for_introduction", "change_introduction", "remove_introduction")
    yield from ((f"api_introductions.{name}", _LOG) for name in deeds)
    yield from ((f"introductions.{name}", _LOG) for name in ("ask", "change", "remove"))


def _pages() -> Iterator[tuple[str, Need]]:
    """The forms, whose addresses say the kind of record."""
    for action, names in {
        "read": ("history.history", "links.all_", "suggest.suggest", "lists.choose", "stars.put", "stars.drop"),
        "edit": (
            "records.new",
            "records.create",
            "records.edit",
            "records.change",
            "links.add",
            "lifecycles.accept",
            "tagging.tag",
            "tagging.untag",
        ),
        "delete": ("trash.put", "trash.restore"),
        "assign": ("ownership.owner", "ownership.assign"),
    }.items():
        yield from ((name, Need(action, None)) for name in names)  # type: ignore[arg-type]  # a key is an Action
    yield from dict.fromkeys(("mail.ask", "mail.send"), Need("read", None, Module.LOG)).items()
    yield "list_cells.cell", Need("read", None)
    yield "list_cells.put", Need("edit", None)
    yield from dict.fromkeys(("list_bulk.tag", "list_bulk.untag"), Need("edit", None)).items()
    yield from dict.fromkeys(("list_bulk.into_group", "list_bulk.out_of_group"), Need("read", None)).items()
    yield "list_bulk.make_tasks", Need("edit", ("task",))
    yield "list_bulk.assign", Need("assign", None)
    yield "list_bulk.into_trash", Need("delete", None)
    yield "list_export.export", Need("read", None, Module.EXPORT)
    yield from dict.fromkeys(("trash.confirm", "trash.purge"), Need(module=Module.PURGE)).items()


# What these show or change is decided by each record in it.
_OPEN = (
    "home.home", "search.search", "palette.palette", "appearance.theme", "appearance.language",
    "api_records.search",
    "api_docs.docs", "api_docs.openapi", "sign_in.sign_out",
    "api_changes.change", "api_changes.undo_change", "history.undo",
    "me.me", "me.password", "me.sign_out_everywhere", "me_codes.codes_", "me_codes.turn_on", "me_codes.turn_off",
    "api_tokens.tokens", "api_tokens.make_token", "api_tokens.revoke_token",
    "api_views.views", "api_views.view", "api_views.save_view", "api_views.change_view", "api_views.delete_view",
    "views.list_", "views.save", "views.open_", "views.rename", "views.share", "views.pin", "views.delete",
    "views.restore", "notifications.list_", "notifications.mark", "api_notifications.notifications",
    "api_notifications.read", "mail.templates", "mail.new", "mail.create", "mail.edit", "mail.change", "mail.delete",
    "mail.restore", "api_mail.templates", "api_mail.template", "api_mail.write_template", "api_mail.change_template",
    "api_mail.delete_template", "automations.list_", "automations.new", "automations.create", "automations.one",
    "automations.change", "automations.delete", "automations.restore", "api_automations.automations",
    "api_automations.automation", "api_automations.preview", "api_automations.runs",
    "api_automations.write_automation", "api_automations.change_automation", "api_automations.delete_automation",
    "api_tags.tags", "api_tags.one_tag", "tags.list_", "tags.suggest",
    "api_segments.segments", "api_segments.segment", "api_segments.save_segment", "api_segments.preview_segment",
    "api_segments.change_segment", "api_segments.delete_segment", "segments.list_", "segments.suggest", "segments.new",
    "segments.create", "segments.show", "segments.edit", "segments.change", "segments.delete", "segments.restore",
    "api_groups.groups", "api_groups.group", "api_groups.make_group", "api_groups.change_group",
    "api_groups.delete_group", "api_groups.add_members", "api_groups.take_members", "groups.list_", "groups.suggest",
    "groups.create", "groups.rename", "groups.share", "groups.delete", "groups.restore",
    "api_access.who_asks", "api_access.roles", "api_access.teams", "access.roles", "styleguide.styleguide",
)  # fmt: skip
NEEDS: Mapping[str, Need] = {
    **dict(_all(*KINDS)), **dict(_named()), **dict(_sales()), **dict(_reach()), **dict(_pages()),
    **dict.fromkeys(_OPEN, _ANYBODY),
}  # fmt: skip
