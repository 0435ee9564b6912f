// The map of the Archive tab: it is fetched apart, for it is large and the list beside it changes often.

let mapOf = null; // the revision and the search whose map is there or on its way
let mapWanted = false; // whether somebody pressed for it

function fetchMap(about) {
  mapOf = about.dataset.map + shownSearch();
  send("play", { address: shownSearch() });
}

function drawMap() {
  mapWanted = true;
  fetchMap(find("[data-map]"));
  announceLong(own.drawing);
}

// A map that is drawn already comes by itself; that of another revision has been taken away by the server.
function showMap() {
  const about = find("[data-map]");
  if (!about) return;
  if (about.dataset.isDrawn !== "yes") mapOf = find("#map .drawing, #map .map") ? mapOf : null;
  else if (fields().get("tab") === "archive" && mapOf !== about.dataset.map + shownSearch()) fetchMap(about);
}

// Gradio calls it when the map has come: the button that was pressed for it, and had the focus, has gone.
function mapShown() {
  finished(own.drawing);
  painted(() => {
    const map = mapWanted && !find("#article .article") && find("#map [data-drawn]");
    mapWanted = false;
    if (!map) return;
    announce(map.getAttribute("aria-label"));
    if (document.activeElement === document.body) map.focus({ preventScroll: true });
  });
}

// The points of the topic that is pointed at in the list stand out.
function lightTopic(event) {
  const topic = event.target.closest?.("[data-lights]")?.dataset.lights;
  find(".topic-map")?.classList.toggle("some-lit", topic !== undefined);
  for (const each of every(".topic-map [data-topic]")) each.classList.toggle("lit", each.dataset.topic === topic);
}

for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, lightTopic);
