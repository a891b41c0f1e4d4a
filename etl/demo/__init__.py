"""The simulator: an invented world of commissions, the documents it publishes, and the truth behind them."""

from etl.demo.demo import DemoSummary, write_demo

__all__ = ["DemoSummary", "write_demo"]
