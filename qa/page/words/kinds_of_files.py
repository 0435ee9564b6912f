"""What files of each format are called, in each language."""


def _called(
    *, text: str, pages: str, mail: str, tables: str, feeds: str, documents: str, pdf: str, crawls: str, zip_: str
) -> dict[str, str]:
    """Return what files of each format are called."""
    formats = {
        text: "text",
        pages: "html mhtml",
        mail: "mail mbox",
        tables: "json jsonl csv parquet",
        feeds: "feed",
        documents: "docx odt rtf epub",
        pdf: "pdf",
        crawls: "warc wacz",
        zip_: "zip gzip",
    }
    return {name: called for called, names in formats.items() for name in names.split()}


ENGLISH_KINDS = _called(
    text="text and Markdown",
    pages="web pages",
    mail="mail",
    tables="JSON and tables",
    feeds="news feeds",
    documents="documents and books",
    pdf="PDFs",
    crawls="web crawls",
    zip_="zip archives",
)


RUSSIAN_KINDS = _called(
    text="текст и Markdown",
    pages="веб-страницы",
    mail="письма",
    tables="JSON и таблицы",
    feeds="новостные ленты",
    documents="документы и книги",
    pdf="файлы PDF",
    crawls="веб-архивы",
    zip_="архивы zip",
)


KAZAKH_KINDS = _called(
    text="мәтін және Markdown",
    pages="веб-беттер",
    mail="хаттар",
    tables="JSON және кестелер",
    feeds="жаңалық таспалары",
    documents="құжаттар мен кітаптар",
    pdf="PDF файлдары",
    crawls="веб-мұрағаттар",
    zip_="zip мұрағаттары",
)
