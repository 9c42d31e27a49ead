// The code of an enrolment link stands after # in the address, which no server sees. It moves into the form, and out
// of the address and the history.
const code = location.hash.slice(1);
const form = document.querySelector("[data-enrolment] form");
if (code && form) {
  history.replaceState(null, "", location.pathname);
  form.elements.enrolment.value = code;
  form.requestSubmit();
}
