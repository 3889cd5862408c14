/** The endings of tables, with what is packed among them. */
export const TABLE_NAME = /\.(csv|tsv|tab|jsonl|ndjson|parquet|xlsx|xlsm|xlsb|xls|ods)(\.gz)?$/i
