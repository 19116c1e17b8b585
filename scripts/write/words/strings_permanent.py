"""Words of the pages of permanent addresses, Chinese and English side by side; `strings.py` takes them in."""

from scripts.model.policy import Bilingual

PERMANENT_STRINGS: dict[str, Bilingual] = {
    "addresses": Bilingual("全部永久地址", "All permanent addresses"),
    "addresses-title": Bilingual("{title}：永久地址", "{title}: permanent addresses"),
    "addresses-description": Bilingual(
        "《{title}》公布过的每一个地址：名称、中文页和英文页上的位置，旧地址的现址。",
        "{title}: every address ever published, what it is called, where it stands on the Chinese and the English page, and where old ones lead.",
    ),
    "addresses-lead": Bilingual(
        "{address}是这份文件的永久地址，不分语言：平时打开，即转到读者所用语言的页面，地址中#之后的部分照旧有效。下面列出公布过的每一个地址；日后要看本页，请在永久地址之后加<code>?list</code>。",
        "{address} is the permanent address of this policy in every language: it normally takes readers to the page in their own, at the place named after the #. Below is every address ever published. To come back to this list, add <code>?list</code> to the permanent address.",
    ),
    "addresses-page": Bilingual("中文页", "English page"),
    "addresses-language": Bilingual("中文", "English"),
    "addresses-anchor": Bilingual("锚点", "Anchor"),
    "addresses-both": Bilingual("对照", "both"),
    "addresses-moved": Bilingual("已移至{place}", "moved to {place}"),
    "moved-title": Bilingual("本页已移动", "This page has moved"),
    "moved-page": Bilingual("现址：{page}", "It is now at {page}"),
    "moved-place": Bilingual("此处内容的现址：{page}", "What stood here is now at {page}"),
    "addresses-first": Bilingual("首次公布", "First published"),
    "addresses-since": Bilingual("{date}，第{n}版", "{date}, edition {n}"),
    "addresses-link": Bilingual("本文件的全部地址", "All addresses of this policy"),
    "addresses-data": Bilingual(
        "每份文件的全部地址，附各处文字在来源文件中的字节范围",
        "every address of each policy, with the range of bytes in the source file from which its words come",
    ),
    "addresses-promise": Bilingual("关于地址的承诺", "what we promise about addresses"),
    "addresses-list-lead": Bilingual(
        "每份文件有一个不分语言的永久地址，打开即转到读者所用语言的页面。点击标题，可见该文件公布过的每一个地址。另见",
        "Every policy has one permanent address for all languages, which leads readers to the page in their own. Select a title to see every address of that policy that was ever published. See also ",
    ),
    "addresses-file-lead": Bilingual(
        "每份文件的地址列表旁有id.json，供程序读取，列出每个地址的名称、类别，以及该处文字在来源文件中的起止字节，另载来源文件的SWHID（ISO/IEC 18670）：此标识由文件内容算得，不论文件存于何处均可据以查找。按字节范围取出文字并解码，再施加该文件JSON数据所载的相应更改，即得本馆所印的文字。各栏如下；JSON模式见",
        "Beside each list stands id.json, for programs: for every address its name, its kind, and the first and last byte of its words in the source file, together with the SWHID of that file (ISO/IEC 18670). That identifier is computed from the content, so it finds the file wherever it is kept. Decode the bytes, make the changes to them that the policy's JSON records, and you have the words as this archive prints them. These are the fields; the JSON schema is ",
    ),
    "mirror-description": Bilingual(
        "《质量政策档案》的完整副本：网站、数据、来源文件和制作程序。",
        "A complete copy of the Quality Policy Archive: its site, its data, the source files, and the program that builds it.",
    ),
    "mirror-readme": Bilingual(
        """《质量政策档案》完整副本

data/site      网站，含全部数据和来源文件。任何网页服务器都可以直接提供，放在哪个网址、哪个目录下均可；引用时给出的仍是永久地址{address}。
data/project   制作网站所用的全部文件：来源文件、编者的校改和译文、程序。说明见其中的README.md。

本副本为BagIt格式（RFC 8493）。核对是否完好：bagit.py --validate . 或 sha256sum -c manifest-sha256.txt
凡公布过的地址，路径相同：{address}id/jinan-2018/#s2-3对应data/site/id/jinan-2018/。
权利：政策文件为官方文件，不适用著作权法；本馆文字和数据采用CC BY 4.0，程序采用MIT许可。本副本可以自由保存、提供和传播。""",
        """A complete copy of the Quality Policy Archive

data/site      The site with all data and source files. Any web server can serve it as it is, at any address and in any
               folder; for citing, its pages still give the permanent addresses at {address}
data/project   All that the site is built from: source files, the editors' emendations and translation, the program.
               Its README.md says how.

The copy is a bag (BagIt, RFC 8493). To check that it is whole: bagit.py --validate . or sha256sum -c manifest-sha256.txt
Every published address has the same path here: {address}id/jinan-2018/#s2-3 is in data/site/id/jinan-2018/.
Rights: policies are official documents, to which copyright law does not apply; the archive's texts and data are licensed
under CC BY 4.0, the program under MIT. You may keep, serve and pass on this copy.""",
    ),
}
