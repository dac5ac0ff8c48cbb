// The view as a link, on paper, or as text to paste.

function openShare() {
  $("share-link").value = location.href;
  $("share-said").textContent = location.protocol === "file:" ? "The link opens this view where the same file lies at the same place." : "";
  $("share").showModal();
  $("share-link").select();
}

async function copyLink() {
  $("share-link").select();
  try {
    await navigator.clipboard.writeText($("share-link").value);
    $("share-said").textContent = "Copied.";
  } catch {
    $("share-said").textContent = "The browser does not let this page copy: press Ctrl and C, the link is chosen.";
  }
}

// On paper stands the drawing as the screen has it: a canvas would be cut to the paper's shape.
function takePicture() {
  const drawn = $("network").querySelector("canvas"), picture = make("canvas", { width: drawn.width, height: drawn.height });
  const ink = picture.getContext("2d");
  ink.fillStyle = colours.paper;
  ink.fillRect(0, 0, drawn.width, drawn.height);
  ink.drawImage(drawn, 0, 0);
  $("printed").src = picture.toDataURL("image/png");
  return $("printed").decode();
}

async function printView() {
  $("share").close();
  await takePicture();
  window.print();
}

function listenShare() {
  window.addEventListener("beforeprint", () => { if (!view.table) takePicture().catch(() => {}); });
  for (const [id, act] of [["share-view", openShare], ["copy-link", copyLink], ["print-view", printView], ["close-share", () => $("share").close()]]) $(id).addEventListener("click", act);
}
