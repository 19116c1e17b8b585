"""Words about the file as received, where a text was extracted from it; `strings.py` takes them in."""

from scripts.model.bilingual import Bilingual
from scripts.model.vocabulary import Format, Leaving

ORIGINAL_STRINGS: dict[str, Bilingual] = {
    "original": Bilingual("原始文件", "Original file"),
    "original-value": Bilingual(
        "{format}，{size}字节（{link}）；文本由本馆程序提取（{program}）",
        "{format}, {size} bytes ({link}); the text was extracted by our program ({program})",
    ),
    "original-sha256": Bilingual("原始文件的SHA-256", "SHA-256 of the original"),
    "original-left-out": Bilingual("原始文件中未提取的内容", "Not extracted from it"),
    "extracted-text": Bilingual("提取的文本", "Extracted text"),
    "left-out-count": Bilingual("{words}{n}处", "{words}: {n}"),
    "in-preparation": Bilingual(
        "本文件尚在整理，未经公布：文字、译文和地址都可能改动，请勿引用。",
        "This policy is still in preparation and not published: text, translation and addresses may change; "
        "please do not cite it yet.",
    ),
    "source-missing": Bilingual("待补", "not given yet"),
}
FORMATS: dict[Format, Bilingual] = {
    Format.TEXT: Bilingual("纯文本", "plain text"),
    Format.HTML: Bilingual("网页（HTML）", "web page (HTML)"),
    Format.MHTML: Bilingual("网页归档（MHTML）", "saved web page (MHTML)"),
    Format.DOCX: Bilingual("Word文档（DOCX）", "Word document (DOCX)"),
    Format.PDF: Bilingual("PDF", "PDF"),
    Format.OFD: Bilingual("版式文档（OFD）", "fixed-layout document (OFD)"),
    Format.XLSX: Bilingual("Excel工作簿（XLSX）", "Excel workbook (XLSX)"),
    Format.DOC: Bilingual("Word文档（DOC）", "Word document (DOC)"),
    Format.XLS: Bilingual("Excel工作簿（XLS）", "Excel workbook (XLS)"),
    Format.RTF: Bilingual("RTF文档", "RTF document"),
    Format.ODT: Bilingual("ODT文档", "ODT document"),
}
LEAVINGS: dict[Leaving, Bilingual] = {
    Leaving.DELETED: Bilingual("修订中删去的文字", "passages deleted by tracked changes"),
    Leaving.HIDDEN: Bilingual("隐藏的文字", "hidden passages"),
    Leaving.COMMENT: Bilingual("批注", "comments"),
    Leaving.RUNNING: Bilingual("页眉、页脚", "running heads and feet"),
    Leaving.PICTURE: Bilingual("图片", "pictures"),
    Leaving.DRAWING: Bilingual("图形", "drawings"),
    Leaving.FORM: Bilingual("表单控件", "form fields"),
    Leaving.EMBEDDED: Bilingual("嵌入的文件或程序", "embedded files or programs"),
    Leaving.SIGNATURE: Bilingual("电子签章", "electronic signatures or seals"),
    Leaving.TEMPLATE: Bilingual("版式模板", "page templates"),
    Leaving.NUMBER: Bilingual("无法还原的自动编号", "automatic numbers of an unknown form"),
    Leaving.GLYPH: Bilingual("文件未说明的字符", "characters that the file does not name"),
}
