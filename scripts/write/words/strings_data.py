"""The words of the data page, of the downloads and of what they say of themselves, Chinese and English side by side."""

from scripts.model.policy import Bilingual

DATA_STRINGS: dict[str, Bilingual] = {
    "data-release": Bilingual("以下各文件的版本为{version}，日期为{date}。", "The files below are those of version {version}, {date}."),
    "data-downloads": Bilingual("下载文件", "Downloads"),
    "data-file": Bilingual("文件名", "File"),
    "data-format": Bilingual("格式", "Format"),
    "data-size": Bilingual("大小", "Size"),
    "data-kilobytes": Bilingual("{n}KB", "{n} KB"),
    "data-megabytes": Bilingual("{n}MB", "{n} MB"),
    "data-zip": Bilingual("全部数据表和各文件的数据，附说明、许可和校验值，打包成一个文件", "all tables and the data of every policy in one zip, with a README, the licence and checksums"),
    "data-database": Bilingual("全部数据表，以及各节各段的中英文，合成一个数据库", "all tables in one database, with every section and paragraph in Chinese and English"),
    "data-dictionary": Bilingual("各表各列的含义", "what every column of every table holds"),
    "data-previews": Bilingual("各表前几行", "The first rows of each table"),
    "data-previews-lead": Bilingual("只列部分列，长的文字截短；全部列见数据字典。", "Only some of the columns, with long texts cut short; all of them are in the data dictionary."),
    "data-dictionary-head": Bilingual("数据字典", "Data dictionary"),
    "data-refers": Bilingual("（对应{table}表的{column}列）", " (refers to {column} in {table})"),
    "data-texts": Bilingual(
        "以下三表只在数据库`archive.sqlite`中；库中另有`pairs`（相邻两字，供查找中文）、`metadata`（版本、日期、许可）和`dictionary`（本字典）。",
        "The three tables below are only in the database `archive.sqlite`, which also has `pairs` (every two neighbouring characters, for finding Chinese), `metadata` (version, date, licence) and `dictionary` (this dictionary).",
    ),
    "data-examples": Bilingual("使用示例", "Examples"),
    "data-examples-lead": Bilingual(
        "各例都回答同一个问题：每份文件为各年份定了多少目标（重述的不计）？在archive.zip解压所得的文件夹中运行，结果都是：",
        "Each example answers the same question: how many targets does each policy set for each year, not counting restatements? Run in the folder that archive.zip unpacks to, each gives this result:",
    ),
    "data-excel": Bilingual(
        "打开工作簿archive.xlsx，新建一张表，把公式粘贴到任一单元格，结果是{n}：",
        "Open the workbook archive.xlsx, add a sheet, and paste the formula into any cell; the result is {n}:",
    ),
    "data-excel-csv": Bilingual(
        "单个CSV文件带字节顺序标记，双击打开不会乱码；但Excel可能把“2018-07”一类的内容当作日期，把长数字改用科学记数法显示，因此请尽量用工作簿。用“数据”选项卡中的“从文本/CSV”导入时，编码选UTF-8，编号和日期列选“文本”。",
        "A single CSV file has a byte order mark, so that a double click opens it with the right characters. Excel may still take something like “2018-07” for a date and show long numbers in scientific notation, which is why the workbook is the better choice. If you import with Data > From Text/CSV, choose UTF-8, and “Text” for columns of ids and dates.",
    ),
    "data-pandas": Bilingual("字节顺序标记由pandas自动去掉。", "The byte order mark is dropped automatically by pandas."),
    "data-r": Bilingual("请写明`UTF-8-BOM`，否则第一列的列名前会多出乱码。", "Name `UTF-8-BOM` as the encoding, or the name of the first column begins with stray characters."),
    "data-sqlite": Bilingual("运行`sqlite3 -header -csv archive.sqlite`，再输入查询：", "Start `sqlite3 -header -csv archive.sqlite`, then enter the query:"),
    "data-sqlite-words": Bilingual(
        "查找中文：SQLite自带的全文检索（FTS5）默认把一长串汉字当作一个词；改用三字一组的`trigram`分词，又查不到两个字的词。为此有`pairs`表：先按词中的相邻两字找到序号，再用`instr`核对。例如哪些文件的标题和段落含有“{word}”，各有几处：",
        "Finding Chinese: by default, SQLite's full-text search (FTS5) takes a run of characters for one word; with its `trigram` tokenizer, it finds no word of two characters. That is what the table `pairs` is for: look up the pairs of the word, then let `instr` check. For example, which policies have “{word}” in their headings and paragraphs, and in how many:",
    ),
    "data-sqlite-single": Bilingual("只查一个字时，写`pair GLOB '{character}*'`。", "For a single character, write `pair GLOB '{character}*'`."),
    "data-result": Bilingual("结果：", "Result:"),
    "data-views": Bilingual("数据库中的视图回答常见的问题，用`SELECT * FROM`加视图名即可查看：", "The views of the database answer common questions; `SELECT * FROM` with the name of a view shows all of it:"),
    "data-question": Bilingual("问题", "Question"),
    "data-view": Bilingual("视图", "View"),
    "data-duckdb": Bilingual("DuckDB直接读取CSV文件：", "DuckDB reads the CSV files as they are:"),
    "data-parquet": Bilingual(
        "各表也可以导出为Parquet：取得本馆程序，装好`requirements-data.txt`所列的软件包，再运行`python -m scripts export --parquet 文件夹`，并把查询中的`targets.csv`换成`targets.parquet`。",
        "The tables can also be exported as Parquet: with the archive's program and the packages in `requirements-data.txt`, run `python -m scripts export --parquet FOLDER`, then write `targets.parquet` for `targets.csv` in the query.",
    ),
    "data-each-policy": Bilingual("每份文件", "Each policy"),
    "data-readme": Bilingual("质量政策档案：数据", "Quality Policy Archive: the data"),
    "data-readme-lead": Bilingual(
        "本文件夹是质量政策档案的全部数据，版本{version}，日期{date}。说明、数据字典和使用示例见{address}。",
        "This folder holds all data of the Quality Policy Archive, version {version}, {date}. For descriptions, the data dictionary and examples, see {address}.",
    ),
    "data-readme-files": Bilingual("包含的文件", "What is in it"),
    "data-sums": Bilingual("各文件的SHA-256校验值，可用`sha256sum -c SHA256SUMS`核对", "the SHA-256 of each file; `sha256sum -c SHA256SUMS` checks them"),
    "data-readme-rights": Bilingual(
        "政策文件为官方文件，依法不适用著作权法；编者的文字和数据采用CC BY 4.0许可，使用时请注明“质量政策档案”和所引位置的永久地址。全文见LICENSE。",
        "The policies are official documents, to which copyright law does not apply. The editors' texts and data are licensed under CC BY 4.0: name the Quality Policy Archive and the permanent address of the place that you use. See LICENSE for the full terms.",
    ),
}  # fmt: skip
