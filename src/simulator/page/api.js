/** Tells the page that something could not be done; the page shows it in its status line. */
export const failures = new EventTarget();

async function answerOf(response) {
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  const message = answer.message ?? `${response.status}`;
  failures.dispatchEvent(new CustomEvent('failure', { detail: message }));
  throw new Error(message);
}

/** Posts JSON to the simulator's own server. */
export async function post(path, body = {}) {
  const response = await fetch(`/simulator/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answerOf(response);
}

/** Posts something a patient did. */
export function act(userId, what, body = {}) {
  return post(`/patients/${userId}/${what}`, body);
}

/** Sends a picture as a patient. */
export async function sendPicture(userId, file) {
  const response = await fetch(`/simulator/api/patients/${userId}/image`, {
    method: 'POST',
    headers: { 'content-type': file.type },
    body: file,
  });
  return answerOf(response);
}
