// Starts the provider stand-in before the tests and stops it after them.
import { startUpstream } from '../upstream/server.mjs';

export default async function setup({ provide }) {
  const upstream = await startUpstream();
  provide('upstream', upstream.url);
  return () => upstream.close();
}
