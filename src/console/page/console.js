/**
 * The console's own script. Pages work without it; with it they are livelier. It reads data- attributes:
 *
 *   data-since-ms="…"     the time since then in words, going on by itself: 「3分」
 *   data-until-ms="…"     the time to then against a target: 「あと3分」「5分すぎ」; with data-unit="seconds" a
 *                         countdown 「3」, at whose end the nearest [data-ends] is hidden
 *   data-now-ms="…"       the server's clock, so that a wrong one of this computer does no harm
 *   data-live             a part that htmx draws again; data-version goes out with each poll, a 204 means unchanged
 *   data-case="…"         a line of the queue: new ones are told in [data-new-cases]
 *   data-stale            shown while polls fail, with the time in its [data-stale-since]
 *   data-confirm="…"      on a form or its button: asks this first
 *   data-sound            holds the button that switches the sound on
 *
 * On every page of a counselor it asks for new cases each few seconds: title, sound, and a bar that leads to them.
 */

const ALERT_EVERY_S = 3;
const STALE_AFTER_MS = 12_000;
const VERSION_HEADER = 'hikkei-version';

if (typeof document === 'undefined') {
  // The same file as a worker is a clock: a page in the background has its own timers slowed to one a minute.
  setInterval(() => postMessage('second'), 1000);
} else {
  let skewMs = 0;
  readServerClock();
  startClocks();
  watchLiveParts();
  askBeforeDanger();
  if (document.querySelector('nav.places a[href="/console"]')) startAlerts();

  function nowMs() {
    return Date.now() + skewMs;
  }

  function readServerClock() {
    const said = Number(document.querySelector('[data-now-ms]')?.dataset.nowMs);
    // Less than a few seconds is the way here, not a wrong clock.
    if (said && Math.abs(said - Date.now()) > 5_000) skewMs = said - Date.now();
  }

  // ── Clocks ─────────────────────────────────────────────────────────────────────────────────────────────────────

  function startClocks() {
    setInterval(drawMinutes, 10_000);
    setInterval(drawSeconds, 250);
  }

  function drawMinutes() {
    for (const at of document.querySelectorAll('[data-since-ms]')) {
      write(at, spanText(nowMs() - Number(at.dataset.sinceMs)));
    }
    for (const at of document.querySelectorAll('[data-until-ms]:not([data-unit])')) {
      const leftMs = Number(at.dataset.untilMs) - nowMs();
      write(
        at,
        leftMs < 0 ? lateText(-leftMs) : `あと${spanText(Math.max(1, Math.ceil(leftMs / 60_000)) * 60_000)}`,
      );
      if (leftMs < 0 && at.classList.contains('clock')) {
        at.classList.remove('clock-fine', 'clock-soon');
        at.classList.add('clock-late');
      }
    }
  }

  function drawSeconds() {
    for (const at of document.querySelectorAll('[data-until-ms][data-unit="seconds"]')) {
      const leftMs = Number(at.dataset.untilMs) - nowMs();
      write(at, String(Math.max(0, Math.ceil(leftMs / 1000))));
      const ends = at.closest('[data-ends]');
      if (leftMs <= 0 && ends) ends.hidden = true;
    }
  }

  /** The same words as kit/parts.tsx. */
  function spanText(ms) {
    const minutes = Math.floor(Math.max(0, ms) / 60_000);
    if (minutes < 60) return `${minutes}分`;
    const hours = Math.floor(minutes / 60);
    if (hours < 24) return minutes % 60 === 0 ? `${hours}時間` : `${hours}時間${minutes % 60}分`;
    return `${Math.floor(hours / 24)}日`;
  }

  function lateText(ms) {
    return ms < 60_000 ? '時間になりました' : `${spanText(ms)}すぎ`;
  }

  /** Only where it differs: writing the same text again would make a screen reader say it again. */
  function write(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  function clockText(ms) {
    return new Date(ms).toLocaleTimeString('ja-JP', {
      timeZone: 'Asia/Tokyo',
      hour: '2-digit',
      minute: '2-digit',
    });
  }

  // ── Live parts ─────────────────────────────────────────────────────────────────────────────────────────────────

  function watchLiveParts() {
    const live = document.querySelector('[data-live]');
    if (!live) return;
    const stale = document.querySelector('[data-stale]');
    let freshAtMs = Date.now();
    let known = caseIds();

    document.addEventListener('htmx:config:request', (event) => {
      const { ctx } = event.detail;
      const version = ctx.sourceElement?.dataset?.version;
      if (version) ctx.request.headers[VERSION_HEADER] = version;
    });
    document.addEventListener('htmx:after:request', (event) => {
      const { ctx } = event.detail;
      if (ctx.sourceElement !== live || ctx.response.status >= 400) return;
      freshAtMs = Date.now();
      if (stale) stale.hidden = true;
    });
    document.addEventListener('htmx:after:swap', (event) => {
      const { ctx } = event.detail;
      if (ctx.sourceElement !== live) return;
      // Kept only once its content stands on the page: a swap that failed is asked for again.
      const version = ctx.response.headers.get(VERSION_HEADER);
      if (version) live.dataset.version = version;
      readServerClock();
      tellNewCases();
    });
    setInterval(() => {
      if (!stale || document.hidden || Date.now() - freshAtMs < STALE_AFTER_MS) return;
      const since = stale.querySelector('[data-stale-since]');
      if (since) write(since, clockText(freshAtMs));
      stale.hidden = false;
    }, 1000);
    document.addEventListener('visibilitychange', () => {
      // In the background polls are slowed; that is no failure yet.
      if (!document.hidden) freshAtMs = Date.now();
    });

    function caseIds() {
      return new Set(Array.from(live.querySelectorAll('[data-case]'), (row) => row.dataset.case));
    }

    function tellNewCases() {
      const ids = caseIds();
      const fresh = [...ids].filter((id) => !known.has(id)).length;
      known = new Set([...known, ...ids]);
      const status = document.querySelector('[data-new-cases]');
      if (status && fresh > 0) status.textContent = `新しい相談が${fresh}件届きました。`;
    }
  }

  // ── New cases, on every page ───────────────────────────────────────────────────────────────────────────────────

  function startAlerts() {
    const title = document.title;
    const bar = addBar();
    let freshAtMs = Date.now();
    let asking = false;
    let sinceAsked = ALERT_EVERY_S;
    everySecond(() => {
      if (++sinceAsked >= ALERT_EVERY_S) void ask();
    });
    startSound();

    async function ask() {
      if (asking) return;
      asking = true;
      sinceAsked = 0;
      try {
        const response = await fetch('/console/alerts', {
          headers: { 'hx-request': 'true' },
          signal: AbortSignal.timeout(8_000),
        });
        if (response.status === 401)
          return showBar('signed-out', 'ログインが切れました。', '/console', 'ログインする');
        if (!response.ok) throw new Error(`status ${response.status}`);
        const alerts = await response.json();
        freshAtMs = Date.now();
        if (Math.abs(alerts.nowMs - Date.now()) > 5_000) skewMs = alerts.nowMs - Date.now();
        show(alerts);
      } catch {
        // A page with a live part says so itself.
        if (
          Date.now() - freshAtMs >= STALE_AFTER_MS &&
          !document.querySelector('[data-stale]:not([hidden])')
        ) {
          const since = clockText(freshAtMs);
          showBar(
            'stale',
            `${since}から、新しい相談の知らせが届いていません。通信を確かめてください。`,
            null,
            '',
          );
        }
      } finally {
        asking = false;
      }
    }

    function show({ waiting, unread, red }) {
      const waitingRed = red.filter((one) => one.waits).length;
      const n = waiting + unread;
      document.title = `${waitingRed > 0 ? '【緊急】' : ''}${n > 0 ? `(${n}) ` : ''}${title}`;
      const onQueue = document.querySelector('#queue') !== null;
      if (waitingRed > 0 && !onQueue) {
        showBar('red', `急ぐ相談が${waitingRed}件待っています。`, '/console', '一覧を見る');
      } else {
        bar.hidden = true;
      }
      ringFor(red.map((one) => one.id));
    }

    function addBar() {
      const element = document.createElement('div');
      element.className = 'alert-bar no-print';
      element.setAttribute('role', 'alert');
      element.hidden = true;
      document.body.append(element);
      return element;
    }

    /** Written anew only when its words change, or a screen reader would read it out every few seconds. */
    function showBar(kind, words, href, label) {
      bar.hidden = false;
      if (bar.dataset.words === words) return;
      bar.dataset.words = words;
      bar.dataset.kind = kind;
      bar.replaceChildren(Object.assign(document.createElement('span'), { textContent: words }));
      if (href) bar.append(Object.assign(document.createElement('a'), { href, textContent: label }));
    }
  }

  function everySecond(work) {
    try {
      const clock = new Worker('/console/assets/console.js');
      clock.onmessage = work;
      clock.onerror = () => setInterval(work, 1000);
    } catch {
      setInterval(work, 1000);
    }
  }

  // ── Sound ──────────────────────────────────────────────────────────────────────────────────────────────────────

  /** @type {AudioContext | null} */
  let audio = null;

  function soundIsOn() {
    return stored('hikkei.sound') === 'on';
  }

  function startSound() {
    const place = document.querySelector('[data-sound]');
    const button = place?.querySelector('button');
    const says = place?.querySelector('[role=status]');
    if (place && button) {
      place.hidden = false;
      draw();
      button.addEventListener('click', () => {
        store('hikkei.sound', soundIsOn() ? 'off' : 'on');
        if (soundIsOn()) tone();
        draw();
      });
    }
    // A browser lets a page make sounds only after somebody touched it.
    for (const touch of ['pointerdown', 'keydown']) {
      document.addEventListener(touch, () => {
        if (!soundIsOn()) return;
        void wakeAudio().then(draw);
      });
    }

    function draw() {
      if (!button || !says) return;
      button.setAttribute('aria-pressed', String(soundIsOn()));
      write(button, soundIsOn() ? '音で知らせる：入' : '音で知らせる：切');
      const asleep =
        soundIsOn() && audio?.state !== 'running' && navigator.userActivation?.hasBeenActive === false;
      write(
        says,
        asleep
          ? '音を出すには、この画面を一度クリックするか、キーを押してください。'
          : '急ぐ相談（死にたい気持ち・緊急の症状）が届いたとき、音で知らせます。',
      );
    }
  }

  async function wakeAudio() {
    audio ??= new AudioContext();
    if (audio.state === 'suspended') await audio.resume();
  }

  /** Rings once for cases that did not ring before, in whichever window of this browser. */
  function ringFor(ids) {
    const heard = readHeard();
    const fresh = ids.filter((id) => !heard.includes(id));
    if (fresh.length === 0) return;
    store('hikkei.heard', JSON.stringify([...heard, ...fresh].slice(-300)));
    if (soundIsOn()) tone();
  }

  function readHeard() {
    try {
      const heard = JSON.parse(stored('hikkei.heard') ?? '[]');
      return Array.isArray(heard) ? heard : [];
    } catch {
      return [];
    }
  }

  /** Two short notes, high then low: heard beside a telephone, not frightening. */
  async function tone() {
    try {
      await wakeAudio();
      [880, 660].forEach((frequency, i) => {
        const from = audio.currentTime + i * 0.22;
        const oscillator = audio.createOscillator();
        const loudness = audio.createGain();
        oscillator.frequency.value = frequency;
        loudness.gain.setValueAtTime(0, from);
        loudness.gain.linearRampToValueAtTime(0.25, from + 0.02);
        loudness.gain.linearRampToValueAtTime(0, from + 0.2);
        oscillator.connect(loudness).connect(audio.destination);
        oscillator.start(from);
        oscillator.stop(from + 0.22);
      });
    } catch {
      // No sound here: title and bar tell of the case all the same.
    }
  }

  /** Storage may be forbidden by the browser's settings. */
  function stored(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  function store(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Then the choice holds for nothing but this moment.
    }
  }

  // ── Danger ─────────────────────────────────────────────────────────────────────────────────────────────────────

  function askBeforeDanger() {
    document.addEventListener(
      'submit',
      (event) => {
        const form = event.target;
        const words = event.submitter?.dataset.confirm ?? form.dataset.confirm;
        if (!words || form.dataset.confirmed === 'yes') {
          delete form.dataset.confirmed;
          return;
        }
        event.preventDefault();
        event.stopImmediatePropagation();
        void askFirst(words, event.submitter?.textContent?.trim() || 'はい').then((yes) => {
          if (!yes) return;
          form.dataset.confirmed = 'yes';
          form.requestSubmit(event.submitter);
        });
      },
      true,
    );
  }

  function askFirst(words, yesLabel) {
    const dialog = document.createElement('dialog');
    dialog.setAttribute('aria-labelledby', 'confirm-words');
    const asked = Object.assign(document.createElement('p'), { id: 'confirm-words', textContent: words });
    const form = Object.assign(document.createElement('form'), { method: 'dialog', className: 'actions' });
    const no = Object.assign(document.createElement('button'), {
      value: 'no',
      className: 'button button-plain',
      textContent: 'やめる',
    });
    const yes = Object.assign(document.createElement('button'), {
      value: 'yes',
      className: 'button button-danger',
      textContent: yesLabel,
    });
    no.autofocus = true;
    form.append(no, yes);
    dialog.append(asked, form);
    document.body.append(dialog);
    dialog.showModal();
    return new Promise((resolve) => {
      dialog.addEventListener('close', () => {
        dialog.remove();
        resolve(dialog.returnValue === 'yes');
      });
    });
  }
}
