const KEY = 'url-secret'

/**
 * The secret that signs links to files, for a deployment that has not configured one: made when it is
 * first asked for and kept in the bucket, so that links outlive the isolate that signed them.
 */
export async function storedSecret(bucket: R2Bucket): Promise<string> {
  const kept = (await bucket.get(KEY)) ?? (await makeSecret(bucket))
  if (!kept) {
    throw new Error('The bucket has not kept the secret that signs links.')
  }
  return kept.text()
}

/** Of all who come first at once, one writes, and all read what it has written. */
async function makeSecret(bucket: R2Bucket): Promise<R2ObjectBody | null> {
  await bucket.put(KEY, crypto.randomUUID() + crypto.randomUUID(), {
    onlyIf: { etagDoesNotMatch: '*' },
  })
  return bucket.get(KEY)
}
