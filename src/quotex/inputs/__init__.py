"""Documents in: files, folders and archives to texts with their metadata.

``scan`` runs in one process and only cuts containers into raw documents; ``decode`` runs anywhere and does the costly
part. What is broken comes out as a ``Fault`` and is gone past. ``docs/inputs.md`` lists forms, fields and faults.
"""

from quotex.inputs.decoding import decode
from quotex.inputs.faults import FaultCode
from quotex.inputs.fields import FieldMap
from quotex.inputs.raw import Raw
from quotex.inputs.scanning import scan

__all__ = ["FaultCode", "FieldMap", "Raw", "decode", "scan"]
