"""Figures: of a day, of a group, and by chance."""

from __future__ import annotations

from models.schema.codes import LEVELS, SCOPES
from models.schema.table import Column, Table

METRICS = Table(
    "metrics",
    "One measure of one commission on one day.",
    ("commission_id", "as_of", "metric", "tiers", "variant"),
    (
        Column("commission_id", "string", "Commission.", required=True),
        Column("as_of", "date", "Day.", required=True),
        Column("metric", "string", "Measure id, see the method.", required=True),
        Column("tiers", "string", "Tiers of ties counted, where ties matter."),
        Column("variant", "string", "Empty, or 'successor' where merged parties count as one."),
        Column("value", "number", "Over the seats known; empty where none is."),
        Column("lower", "number", "Least value over every way the unknown seats may fall."),
        Column("upper", "number", "Greatest value over every way the unknown seats may fall."),
        Column("n_known", "integer", "Seats known."),
        Column("n_total", "integer", "Seats in all."),
    ),
)

AGGREGATES = Table(
    "aggregates",
    "One measure over several commissions on one day.",
    ("scope", "scope_id", "level", "as_of", "metric", "tiers"),
    (
        Column("scope", "string", "Kind of area.", SCOPES, required=True),
        Column("scope_id", "string", "Area.", required=True),
        Column("level", "string", "Level of commissions; all for all together.", (*LEVELS, "all"), required=True),
        Column("as_of", "date", "Day.", required=True),
        Column("metric", "string", "Measure id.", required=True),
        Column("tiers", "string", "Tiers of ties counted."),
        Column("value", "number", "Pooled share or mean over the commissions read."),
        Column("lower", "number", "Lower bound, unread commissions included."),
        Column("upper", "number", "Upper bound, unread commissions included."),
        Column("ci_low", "number", "Lower end of the 95 % interval, where the commissions read are a sample."),
        Column("ci_high", "number", "Upper end of it."),
        Column("commissions_read", "integer", "Commissions with a composition that day."),
        Column("commissions_expected", "integer", "Commissions known to exist; empty where not known."),
    ),
)

BASELINES = Table(
    "baselines",
    "What chance would give for one measure of one commission.",
    ("commission_id", "as_of", "metric"),
    (
        Column("commission_id", "string", "Commission.", required=True),
        Column("as_of", "date", "Day.", required=True),
        Column("metric", "string", "Measure id.", required=True),
        Column("expected", "number", "Mean under chance."),
        Column("percentile", "number", "Where the value stands."),
        Column("p_value", "number", "p."),
        Column("q_value", "number", "Benjamini-Hochberg q."),
        Column("draws", "integer", "Permutations."),
        Column("family", "string", "Test family."),
    ),
)
