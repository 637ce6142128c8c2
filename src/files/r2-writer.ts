/** The least that R2 takes as a part, and all parts but the last must be alike. */
const PART_BYTES = 5 * 1024 * 1024

/** Writes an object of unknown length piece by piece, and holds no more of it than one part. */
export interface R2Writer {
  write(bytes: Uint8Array): Promise<void>
  /** Makes the object of all that was written, and returns how much that is. */
  end(): Promise<number>
  /** Forgets what was written. */
  abort(): Promise<void>
}

export function r2Writer(bucket: R2Bucket, key: string): R2Writer {
  const parts: R2UploadedPart[] = []
  let upload: R2MultipartUpload | undefined
  let pieces: Uint8Array[] = []
  let held = 0

  return {
    async write(bytes) {
      for (let rest = bytes; rest.length > 0;) {
        const piece = rest.slice(0, PART_BYTES - held)
        pieces.push(piece)
        held += piece.length
        rest = rest.subarray(piece.length)
        if (held === PART_BYTES) await sendPart()
      }
    },

    async end() {
      const total = parts.length * PART_BYTES + held
      if (!upload) {
        await bucket.put(key, await joined())
        return total
      }
      if (held > 0) await sendPart()
      await upload.complete(parts)
      return total
    },

    async abort() {
      // What was made an object is no upload any more.
      await upload?.abort().catch(() => {})
    },
  }

  async function sendPart(): Promise<void> {
    upload ??= await bucket.createMultipartUpload(key)
    parts.push(await upload.uploadPart(parts.length + 1, await joined()))
    pieces = []
    held = 0
  }

  async function joined(): Promise<ArrayBuffer> {
    return new Blob(pieces).arrayBuffer()
  }
}
