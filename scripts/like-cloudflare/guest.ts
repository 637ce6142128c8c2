// oxlint-disable-next-line import/order -- see above
import Product from '../../python-runtime/guest/worker.ts'
import type { Execution, GuestLimits } from '../../python-runtime/protocol.ts'
import cpuMs from './cpu-ms.txt'
// First of all, since it changes what the others find.
import { hold, limitIsolate } from './isolate.ts'

// oxlint-disable-next-line typescript/unbound-method -- it is given its own `this`
const { enqueue } = ReadableByteStreamController.prototype
ReadableByteStreamController.prototype.enqueue = function (chunk) {
  hold(chunk.byteLength)
  enqueue.call(this, chunk)
}

/** The guest in an isolate with Cloudflare's limits, at which it breaks off as it would there. */
// oxlint-disable-next-line import/no-default-export -- a Worker's entry is one
export default class Guest extends Product {
  override execute(execution: Execution, limits: GuestLimits): ReadableStream<Uint8Array> {
    const broken = Promise.withResolvers<never>()
    broken.promise.catch(() => {})
    limitIsolate({ cpuMs: Number(cpuMs), end: broken.reject })
    // All that its files may take, those that it is given among them.
    hold(limits.maxFileBytes)
    const frames = super.execute(execution, limits).getReader()
    return new ReadableStream({
      type: 'bytes',
      start(controller) {
        broken.promise.catch((reason: unknown) => {
          // oxlint-disable-next-line no-console -- a stream that breaks does not say why
          console.error(String(reason))
          controller.error(reason)
          return frames.cancel(reason)
        })
      },
      async pull(controller) {
        const { done, value } = await Promise.race([frames.read(), broken.promise])
        if (done) return controller.close()
        hold(-value.byteLength)
        enqueue.call(controller, value)
      },
      cancel: (reason) => frames.cancel(reason),
    })
  }
}
