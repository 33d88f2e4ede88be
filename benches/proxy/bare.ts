// What the proxy is measured against: a function that passes a provider's
// stream through and does nothing else. Only the benchmark serves it.

export async function onRequestPost({ request, env }: { request: Request; env: { GEMINI_BASE_URL: string; GEMINI_API_KEY: string } }): Promise<Response> {
  const upstream = await fetch(`${env.GEMINI_BASE_URL}/v1beta/models/bare:streamGenerateContent?alt=sse`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-goog-api-key': env.GEMINI_API_KEY },
    body: await request.text(),
  });
  return new Response(upstream.body, { status: upstream.status, headers: { 'content-type': 'text/event-stream' } });
}
