//! What every picture begins with: its size, its words for those who do not see it, and its title.

use fordela::Lang;

use super::canvas::Canvas;
use super::draw::{INK, at};

/// A picture before anything is drawn in it.
pub(super) struct Frame<'a> {
    pub(super) width: i64,
    pub(super) height: i64,
    /// What its ids begin with, so that several can stand in one page.
    pub(super) name: &'a str,
    /// What it is called by those who read it out.
    pub(super) called: &'a str,
    pub(super) description: &'a str,
    /// What stands above it, and below that.
    pub(super) title: &'a str,
    pub(super) subtitle: &'a str,
    /// Where these begin.
    pub(super) left: i64,
    pub(super) lang: Lang,
}

impl Frame<'_> {
    /// The picture with what it begins with; to be closed.
    pub(super) fn open(&self) -> Canvas {
        let mut canvas = Canvas::new();
        let ids = ["title", "desc"].map(|id| format!("{}{id}", self.name));
        let (width, height) = (self.width.to_string(), self.height.to_string());
        canvas.open(
            "svg",
            &[
                ("xmlns", "http://www.w3.org/2000/svg".to_owned()),
                ("viewBox", format!("0 0 {width} {height}")),
                ("width", width.clone()),
                ("height", height.clone()),
                ("role", "img".to_owned()),
                ("aria-labelledby", ids.join(" ")),
                ("lang", self.lang.to_string()),
                ("font-family", "sans-serif".to_owned()),
                ("font-size", "12".to_owned()),
                ("fill", INK.to_owned()),
            ],
        );
        let [title, description] = ids;
        canvas.text("title", &[("id", title)], self.called);
        canvas.text("desc", &[("id", description)], self.description);
        canvas.empty("rect", &[("width", width), ("height", height), ("fill", "#ffffff".to_owned())]);
        canvas.text("text", &at(self.left, 28, &[("font-size", "18"), ("font-weight", "bold")]), self.title);
        canvas.text("text", &at(self.left, 48, &[]), self.subtitle);
        canvas
    }
}
