"""Registers: published lists of candidates, deputies, branch officers and members of parties, with their source."""

from etl.registers.bodies import link_bodies
from etl.registers.entries import FIELDS, read_register
from etl.registers.link import link_entries
from etl.registers.ties import tie_frame, ties_on

__all__ = ["FIELDS", "link_bodies", "link_entries", "read_register", "tie_frame", "ties_on"]
