"""How far off an approximate place may be; of mentions kept before it is known once they are read again."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

revision = "0002"
down_revision = "0001"


def upgrade(op: Any) -> None:
    """`op`: Alembic's `Operations` on the project's own connection."""
    op.add_column("mentions", sa.Column("radius_km", sa.Float(), nullable=True))
