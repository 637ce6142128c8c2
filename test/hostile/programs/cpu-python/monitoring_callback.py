# The loop is a `sys.monitoring` tool's callback, called for each branch of the loop itself.
# expect: timeout
# stdout contains: before
import sys

monitoring = sys.monitoring
monitoring.use_tool_id(3, 'endless')


def on_jump(code, offset, destination):
    while True:
        pass


print('before')
monitoring.register_callback(3, monitoring.events.JUMP, on_jump)
monitoring.set_events(3, monitoring.events.JUMP)
for _ in range(10):
    pass
