/** Asks the demo's part of the server; throws an Error whose message may be shown. */
export async function ask(path, body) {
  let answer;
  try {
    answer = await fetch(`/api/demo/${path}`, body === undefined ? {} : write(body));
  } catch {
    throw new Error('服务器没有回应。请看看启动它的窗口还在不在。');
  }
  const view = await answer.json().catch(() => null);
  if (!answer.ok) throw new Error(view?.sentence ?? '服务器出了问题。请点“重新开始”。');
  return view;
}

function write(body) {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(body),
  };
}
