"""Speed, as ratios to a limit that is measured beside it in the same run (docs/benchmarks.md)."""
