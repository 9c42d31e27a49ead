// Identity is proven: what was being sent goes on by itself. Without this script a button sends it.
document.querySelector("form[data-continue]")?.requestSubmit();
