/**
 * A binding to the web without the addresses of private networks, whatever name leads to one: workerd looks at the address
 * that it connects to. Wrangler hands it on to Miniflare as it is.
 */
export const publicWeb = {
  type: 'fetcher',
  fetcher: { network: { allow: ['public'], deny: [], tlsOptions: { trustBrowserCas: true } } },
} as const
