// Looks at the order until it is decided, and counts the time down.
(() => {
  'use strict';

  const FIRST_PAUSE_MS = 3000;
  const LONGEST_PAUSE_MS = 30000;
  const PATIENT_LOOKS = 100;
  const MAX_LOOKS = 200;
  const MAX_WAIT_MS = 10000;
  const GROWTH = 1.5;

  const status = document.querySelector('[data-status-href]');
  const clock = document.querySelector('[data-seconds-left]');
  const looking = status.textContent;
  let pause = FIRST_PAUSE_MS;
  let looks = 0;

  const say = (text) => {
    if (status.textContent !== text) {
      status.textContent = text;
    }
  };

  const goOn = () => {
    say(status.dataset.decided);
    window.location.replace(status.dataset.resultHref);
  };

  const slower = () => {
    pause = Math.min(pause * GROWTH, LONGEST_PAUSE_MS);
  };

  const look = async () => {
    looks += 1;
    try {
      const answer = await fetch(status.dataset.statusHref, {
        cache: 'no-store',
        credentials: 'omit',
        signal: AbortSignal.timeout(MAX_WAIT_MS),
      });
      if (!answer.ok) {
        throw new Error(`status ${answer.status}`);
      }

      const order = await answer.json();
      if (order.final) {
        goOn();
        return;
      }

      say(looking);
      if (looks < PATIENT_LOOKS) {
        pause = FIRST_PAUSE_MS;
      } else {
        slower();
      }
    } catch {
      say(status.dataset.unreachable);
      slower();
    }

    if (looks < MAX_LOOKS) {
      window.setTimeout(look, pause);
    } else {
      goOn();
    }
  };

  const two = (number) => String(number).padStart(2, '0');

  const countDown = () => {
    const end = performance.now() + Number(clock.dataset.secondsLeft) * 1000;
    const timer = window.setInterval(() => {
      const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      const minutes = Math.floor(left / 60);
      clock.textContent = `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(left % 60)}`;
      if (left === 0) {
        window.clearInterval(timer);
        window.location.reload();
      }
    }, 1000);
  };

  // The page with a channel's code tells no time.
  if (clock !== null) {
    countDown();
  }

  window.setTimeout(look, pause);
})();
