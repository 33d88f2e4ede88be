// Starts the provider stand-in before the tests and stops it after them.
import { startUpstream } from '../upstream/server.mjs';

// The runtime reports every broken connection on its own, also those that the
// code under test expects and handles; the fault matrix breaks hundreds.
const EXPECTED = /^(uncaught )?exception.*(disconnected: |Network connection lost)/s;

export default async function setup({ provide }) {
  const streams = [process.stdout, process.stderr];
  const writes = streams.map((stream) => stream.write);
  for (const [index, stream] of streams.entries()) stream.write = (chunk, ...rest) => EXPECTED.test(String(chunk)) || writes[index].call(stream, chunk, ...rest);
  const upstream = await startUpstream();
  provide('upstream', upstream.url);
  return async () => {
    for (const [index, stream] of streams.entries()) stream.write = writes[index];
    await upstream.close();
  };
}
