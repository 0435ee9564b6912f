// The page speaks the language that was chosen, else the first that the browser asks for, as the server has it.

const SPOKEN = ["en", "ru", "kk"];

function spoken() {
  const chosen = document.cookie.match(/(?:^|; )language=(\w+)/)?.[1];
  const wanted = [chosen, ...navigator.languages.map((each) => each.split("-")[0].toLowerCase())];
  return wanted.find((each) => SPOKEN.includes(each)) ?? "en";
}

const language = spoken();
root.lang = language;
const own = WORDS[language];

function filled(text, ...values) {
  return values.reduce((shown, value) => shown.replace("{}", () => value), text);
}

function speak(code) {
  document.cookie = `language=${code}; path=/; max-age=31536000; samesite=strict`;
  window.location.reload();
}
