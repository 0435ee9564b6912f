"""Folders of models: the default one damaged, and small ones of other kinds that Sentence Transformers writes."""

from pathlib import Path

from qa.models.encoder.model_folder import find_model


def damaged_copy(folder: Path, name: str, damage: bytes | None) -> Path:
    """Link the default model's files into a folder, one of them with other bytes or missing."""
    published = find_model().path
    for path in published.rglob("*"):
        if path.is_file():
            link = folder / path.relative_to(published)
            link.parent.mkdir(exist_ok=True)
            link.symlink_to(path)
    (folder / name).unlink()
    if damage is not None:
        (folder / name).write_bytes(damage)
    return folder


def small_model(folder: Path, kind: str, *, read_prompt: bool = True) -> Path:
    """Write a model of two layers and random weights, of another kind than the default, with prompts of its own."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Dense, Normalize, Pooling, Transformer
    from transformers import AutoModel, AutoTokenizer, DistilBertConfig, PretrainedConfig, XLMRobertaConfig

    configurations: dict[str, PretrainedConfig] = {
        "distilbert": DistilBertConfig(vocab_size=30522, dim=32, n_layers=2, n_heads=4, hidden_dim=64),
        "xlm-roberta": XLMRobertaConfig(
            vocab_size=30522,
            hidden_size=32,
            num_hidden_layers=2,
            num_attention_heads=4,
            intermediate_size=64,
            max_position_embeddings=200,
            pad_token_id=0,
        ),
    }
    torch.manual_seed(1)
    base = folder.with_name(f"{folder.name}-base")
    AutoModel.from_config(configurations[kind]).save_pretrained(base)  # type: ignore[no-untyped-call]
    AutoTokenizer.from_pretrained(find_model().path).save_pretrained(base)
    transformer = Transformer(str(base), max_seq_length=96)
    pooling = Pooling(32, "cls" if kind == "distilbert" else "mean", include_prompt=read_prompt)
    prompts = {"query": "What is asked: ", "document": "What is said: "}
    SentenceTransformer(
        modules=[transformer, pooling, Dense(32, 24), Normalize()], prompts=prompts, device="cpu"
    ).save_pretrained(str(folder))
    return folder
