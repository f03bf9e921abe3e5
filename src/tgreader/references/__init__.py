"""Finding references in prose and resolving them; knows nothing of screens."""

from tgreader.references.found import GROUPS, references_in
from tgreader.references.known import Known, Standing

__all__ = ["GROUPS", "Known", "Standing", "references_in"]
