"""What runs one program inside the sandbox.

The kernel calls `_sandbox.execution.main()` once. Importing this package changes nothing that a
program can see, so that a memory snapshot may hold it.
"""
